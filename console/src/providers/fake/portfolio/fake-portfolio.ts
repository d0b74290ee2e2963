import type { EvaluationRow, FunctionDomain, ShadowToolState, TrainingState } from "../../../generated/operations";
import { dependantsOf } from "./fake-model-acts";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

type Values = { impact: number; generalisability: number; agentEffects: number; userEffects: number };

export interface FakeEvaluation extends Omit<EvaluationRow, "metrics"> {
  readonly useCaseId: string;
  metrics: EvaluationRow["metrics"];
}
export interface FakeScore {
  readonly id: string;
  readonly useCaseId: string;
  readonly marks: Values;
  readonly rationale: string;
  readonly state: "DRAFT" | "FINAL";
  readonly scoredAt: string;
}
export interface FakeWeights {
  readonly version: number;
  readonly weights: Values;
  readonly transversalBonus: number;
  readonly transversalDomains: readonly FunctionDomain[];
  readonly setAt: string;
  readonly reason: string;
}
export interface FakeTool {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly vendorCountry: string;
  readonly purpose: string;
  readonly agents: number | null;
  readonly organisationId: string;
  readonly declaredAt: string;
  answer: string | null;
  alternativeId: string | null;
  state: ShadowToolState;
}
export interface FakeBrick {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly repositoryUrl: string;
  readonly publiccodeUrl: string | null;
  readonly listedAt: string;
  readonly organisationId: string;
  state: "LISTED" | "RECOMMENDED" | "DEPRECATED";
  usedBy: string[];
}
export interface FakeTraining {
  readonly id: string;
  readonly year: number;
  readonly programme: string;
  readonly audience: string;
  readonly source: string | null;
  readonly organisationId: string;
  readonly declaredAt: string;
  trained: number;
  target: number | null;
  declaredBy: string;
  state: TrainingState;
  version: number;
}
export interface FakeConsultation {
  readonly id: string;
  readonly useCaseId: string;
  readonly body: string;
  readonly heldOn: string;
  readonly opinion: string;
  readonly summary: string;
  readonly documentUrl: string | null;
}
export interface FakeConvergence {
  readonly status: "CONVERGE" | "KEEP";
  readonly by: string | null;
  readonly reason: string;
  readonly targetId: string | null;
}

export interface Portfolio {
  readonly evaluations: FakeEvaluation[];
  readonly scores: FakeScore[];
  readonly weights: FakeWeights[];
  readonly tools: FakeTool[];
  readonly bricks: FakeBrick[];
  readonly trainings: FakeTraining[];
  readonly consultations: FakeConsultation[];
  readonly convergences: Map<string, FakeConvergence>;
}

const DAY = 86_400_000;
const values = (impact: number, generalisability: number, agentEffects: number, userEffects: number): Values => ({
  impact,
  generalisability,
  agentEffects,
  userEffects,
});

/** Invented records of each kind. */
export function makePortfolio(now: Date): Portfolio {
  const at = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();
  const domains: readonly FunctionDomain[] = ["SOFTWARE", "PURCHASING", "HUMAN_RESOURCES", "FINANCE", "LEGAL"];
  return {
    evaluations: evaluations(at),
    scores: [
      score("score-1", "uc-2", values(5, 4, 4, 3), at(-40)),
      score("score-2", "uc-4", values(3, 2, 5, 2), at(-38)),
      score("score-3", "uc-6", values(4, 5, 3, 1), at(-30)),
      score("score-4", "uc-1", values(3, 3, 4, 5), at(-12)),
      { ...score("score-5", "uc-1", values(4, 3, 4, 5), at(-2)), state: "DRAFT" },
    ],
    weights: [
      {
        version: 1,
        weights: values(1, 1, 1, 1),
        transversalBonus: 10,
        transversalDomains: domains,
        setAt: at(-160),
        reason: "Méthode commune",
      },
      {
        version: 2,
        weights: values(1, 1, 1, 3),
        transversalBonus: 10,
        transversalDomains: [...domains, "USER_RELATION"],
        setAt: at(-6),
        reason: "Les usagers comptent davantage",
      },
    ],
    tools: [
      tool("tool-1", "Traducteur grand public", "mtravail", at(-5), { agents: 120 }),
      tool("tool-2", "Résumeur de réunions", "mculture", at(-20), {
        state: "ANSWERED",
        answer: "La transcription du socle couvre cet usage depuis septembre.",
        alternativeId: "uc-1",
      }),
      tool("tool-3", "Correcteur en ligne", "mjustice", at(-90), { state: "CLOSED", agents: 40 }),
    ],
    bricks: [
      brick("brick-1", "transcription", "Transcription", "Du son au texte, horodaté et par locuteur.", {
        state: "RECOMMENDED",
        usedBy: ["uc-1", "uc-4"],
      }),
      brick("brick-2", "anonymisation", "Anonymisation", "Retire les noms et les adresses d’un texte.", {}),
      brick("brick-3", "ancien-ocr", "Lecture de documents", "Du document numérisé au texte.", { state: "DEPRECATED" }),
    ],
    trainings: [
      training("training-1", 2026, "Premiers pas avec l’IA", "mtravail", 1840, 4000, at(-9)),
      training("training-2", 2026, "Écrire une consigne", "ftravail", 620, null, at(-30), "VALIDATED"),
      training("training-3", 2026, "Premiers pas avec l’IA", "meco", 5200, 6000, at(-60), "VALIDATED"),
      training("training-4", 2025, "Premiers pas avec l’IA", "meco", 900, 1000, at(-330), "VALIDATED"),
    ],
    consultations: [
      {
        id: "consultation-1",
        useCaseId: "uc-1",
        body: "CSA ministériel",
        heldOn: at(-200).slice(0, 10),
        opinion: "RESERVED",
        summary: "Demande un suivi de la charge et une formation avant l’extension.",
        documentUrl: "https://travail.example/csa-2026-05",
      },
    ],
    convergences: new Map([
      ["uc-5", { status: "CONVERGE", by: at(120).slice(0, 10), reason: "L’assistant commun suffit", targetId: "uc-2" }],
    ]),
  };
}

const score = (id: string, useCaseId: string, marks: Values, scoredAt: string): FakeScore => ({
  id,
  useCaseId,
  marks,
  rationale: "Utile à plusieurs ministères, effets mesurés.",
  state: "FINAL",
  scoredAt,
});

const tool = (
  id: string,
  name: string,
  organisationId: string,
  declaredAt: string,
  fields: Partial<FakeTool>,
): FakeTool => ({
  id,
  name,
  organisationId,
  declaredAt,
  vendor: "Éditeur Gamma",
  vendorCountry: "ZZ",
  purpose: "Mettre au propre des notes de travail.",
  agents: null,
  answer: null,
  alternativeId: null,
  state: "DECLARED",
  ...fields,
});

const brick = (id: string, slug: string, name: string, description: string, fields: Partial<FakeBrick>): FakeBrick => ({
  id,
  slug,
  name,
  description,
  licence: "EUPL-1.2",
  repositoryUrl: `https://code.example/${slug}`,
  publiccodeUrl: null,
  listedAt: "2026-04-02T08:00:00Z",
  organisationId: "etat",
  state: "LISTED",
  usedBy: [],
  ...fields,
});

const training = (
  id: string,
  year: number,
  programme: string,
  organisationId: string,
  trained: number,
  target: number | null,
  declaredAt: string,
  state: TrainingState = "DECLARED",
): FakeTraining => ({
  id,
  year,
  programme,
  organisationId,
  trained,
  target,
  declaredAt,
  state,
  audience: "Tous les agents",
  source: "Outil de formation",
  declaredBy: "declarant",
  version: 1,
});

function evaluations(at: (days: number) => string): FakeEvaluation[] {
  const planned = {
    protocol: "Questionnaires avant et après, entretiens avec 33 agents.",
    sample: "33 agents, 3 groupes",
    publicationUrl: null,
    publishedAt: null,
    summary: null,
    verdict: null,
    metrics: [],
  };
  const share = { unit: "%", confidence: 0.95, intervalMethod: "WILSON" as const, source: null };
  return [
    {
      ...planned,
      id: "evaluation-1",
      useCaseId: "uc-2",
      body: "Laboratoire d’exemple",
      independent: true,
      state: "PUBLISHED",
      plannedAt: at(-120),
      publishedAt: at(-50),
      verdict: "GENERALISE",
      summary: "Les réponses sont plus claires, et les agents gagnent du temps.",
      publicationUrl: "https://data.example/evaluations/courriers",
      metrics: [
        { ...share, name: "Réponses jugées claires", value: 75, low: 73.4, high: 76.5, sample: 3000 },
        { ...share, name: "Agents qui la recommandent", value: 81.8, low: 65.6, high: 91.4, sample: 33 },
        {
          ...{ name: "Temps rendu par courrier", value: 12, unit: "min", low: null, high: null, confidence: null },
          ...{ intervalMethod: "NONE" as const, sample: null, source: "Relevé des tâches" },
        },
      ],
    },
    {
      ...planned,
      id: "evaluation-2",
      useCaseId: "uc-1",
      body: "Laboratoire d’exemple",
      independent: true,
      state: "RUNNING",
      plannedAt: at(-20),
    },
    {
      ...planned,
      id: "evaluation-3",
      useCaseId: "uc-1",
      body: "Inspection du travail",
      independent: false,
      state: "PLANNED",
      plannedAt: at(-3),
    },
  ];
}

/** What hangs from one use case. */
export function recordsOf(world: World, { id, name }: FakeUseCase) {
  const { evaluations: all, scores, consultations, bricks, convergences } = world.portfolio;
  const convergence = convergences.get(id) ?? null;
  const target = world.useCases.find((one) => one.id === convergence?.targetId);
  return {
    mergedInto: null,
    evaluations: all.filter((one) => one.useCaseId === id),
    selectionScores: scores.filter((one) => one.useCaseId === id),
    consultations: consultations.filter((one) => one.useCaseId === id),
    bricks: bricks.filter(({ usedBy }) => usedBy.includes(id)),
    convergence: convergence === null ? null : { ...convergence, target: target ?? null },
    modelNotices: () =>
      world.models
        .filter((model) => model.state === "DEPRECATED" && dependantsOf(world, model).some((one) => one.name === name))
        .map((model) => ({
          id: `notice-${model.id}-${id}`,
          sentAt: model.sunset?.announcedAt,
          endsAt: model.sunset?.endsAt,
          model: { ...model, sunset: null },
          replacement: world.models.find((one) => one.id === model.sunset?.replacementId) ?? null,
        })),
  };
}
