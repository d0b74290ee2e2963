import type { EvidenceKind, UseCaseState } from "../../generated/operations";
import { ORGANISATIONS } from "./fake-organisations";

export interface FakeKey {
  id: string;
  prefix: string;
  status: "ACTIVE" | "EXPIRING" | "EXPIRED" | "REVOKED";
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
}

export interface FakeApplication {
  id: string;
  slug: string;
  name: string;
  environment: string;
  useCaseId: string;
  models: string[] | null;
  keys: FakeKey[];
}

export interface FakeUseCase {
  id: string;
  slug: string;
  name: string;
  description: string;
  organisationId: string;
  state: UseCaseState;
  labels: string[];
  serviceClass: "INTERACTIVE" | "STANDARD" | "BATCH";
  maxOutputTokens: number;
  decisionRole: "NONE" | "ASSIST" | "PREPARE" | "DECIDE_WITH_VALIDATION" | "AUTONOMOUS";
  ownerEmail: string;
  oversight: string;
  affectsIndividuals: boolean;
  staffEffect: "NONE" | "AUGMENTATION" | "SUBSTITUTION";
  amendedBy: string | null;
  dossier: Readonly<Record<string, unknown>>;
  /** Reference of each piece that was provided. */
  evidence: Partial<Record<EvidenceKind, string>>;
  declaredBy: string;
  declaredAt: string;
  version: number;
  history: { at: string; from: UseCaseState | null; to: UseCaseState; by: string; reason: string | null }[];
  applications: FakeApplication[];
}

const ROAD: readonly UseCaseState[] = [
  "IDEA",
  "QUALIFIED",
  "INCUBATION",
  "EXPERIMENT",
  "EVALUATED",
  "DEPLOYED",
  "GENERALISED",
];
const DAY = 86_400_000;

type Seed = readonly [name: string, organisationId: string, state: UseCaseState, labels: string[], description: string];

const SEEDS: readonly Seed[] = [
  [
    "Transcription d’entretiens",
    "mtravail",
    "EXPERIMENT",
    ["personal", "internal"],
    "Transcrire les entretiens de conseil et proposer un compte rendu, relu et corrigé par l’agent. 640 agents, aucun envoi automatique.",
  ],
  [
    "Réponse aux courriers",
    "meco",
    "DEPLOYED",
    ["personal"],
    "Préparer une réponse aux courriers des usagers ; un agent la relit, la corrige et la signe.",
  ],
  [
    "Analyse de contrôles",
    "magri",
    "EXPERIMENT",
    ["internal"],
    "Résumer les rapports de contrôle et relever les points à suivre.",
  ],
  [
    "Synthèse de procédures",
    "mjustice",
    "EVALUATED",
    ["secret_pro", "personal"],
    "Résumer des dossiers volumineux pour les magistrats, sans proposer de décision.",
  ],
  ["Assistant pédagogique", "meduc", "INCUBATION", ["personal"], "Aider les enseignants à préparer leurs séances."],
  [
    "Instruction de dossiers",
    "mecologie",
    "DEPLOYED",
    ["internal"],
    "Vérifier la complétude des dossiers d’aide et préparer la demande de pièces.",
  ],
  [
    "Indexation d’archives",
    "mculture",
    "QUALIFIED",
    ["public"],
    "Décrire des fonds numérisés pour les rendre cherchables.",
  ],
  [
    "Aide aux offres d’emploi",
    "ftravail",
    "SUSPENDED",
    ["personal"],
    "Proposer une rédaction d’offre claire et sans critère interdit.",
  ],
  ["Aide aux achats", "dgfip", "IDEA", ["internal"], "Comparer des offres et préparer le rapport d’analyse."],
];

function key(applicationId: string, index: number, status: FakeKey["status"], now: Date): FakeKey {
  const days = status === "EXPIRING" ? 4 : 98;
  return {
    id: `key-${applicationId}-${index}`,
    prefix: `sk-socle-${applicationId.slice(4, 6)}${applicationId.slice(7, 8)}${index}4f9d`,
    status,
    createdAt: new Date(now.getTime() - 80 * DAY).toISOString(),
    createdBy: "p-0194a2",
    expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
    revokedAt: status === "REVOKED" ? new Date(now.getTime() - 18 * DAY).toISOString() : null,
  };
}

function applicationsOf(id: string, slug: string, now: Date): FakeApplication[] {
  const application = (
    suffix: string,
    environment: string,
    status: FakeKey["status"],
    index: number,
  ): FakeApplication => ({
    id: `app-${id}-${index}`,
    slug: `${slug}-${suffix}`,
    name: `${slug}-${suffix}`,
    environment,
    useCaseId: id,
    models: index === 0 ? ["redaction-24b", "transcription-fr"] : null,
    keys: [key(`app-${id}-${index}`, index, status, now)],
  });
  return [
    application("prod", "production", id === "uc-1" ? "EXPIRING" : "ACTIVE", 0),
    application("recette", "test", "ACTIVE", 1),
    application("essai", "development", "REVOKED", 2),
  ];
}

function historyOf(state: UseCaseState, now: Date): FakeUseCase["history"] {
  const reached = state === "SUSPENDED" ? "EXPERIMENT" : state;
  const states = ROAD.slice(0, ROAD.indexOf(reached) + 1);
  const events: FakeUseCase["history"] = states.map((to, index) => ({
    at: new Date(now.getTime() - (states.length - index) * 43 * DAY).toISOString(),
    from: states[index - 1] ?? null,
    to,
    by: `p-0194a${index}`,
    reason: index === 0 ? null : "Dossier complet",
  }));
  if (state === "SUSPENDED") {
    const at = new Date(now.getTime() - 2 * DAY).toISOString();
    events.push({ at, from: "EXPERIMENT", to: "SUSPENDED", by: "p-0194c1", reason: "Plainte en cours d’examen" });
  }
  return events;
}

/** What the states that it went through asked for; the first use case is not evaluated yet. */
function evidenceOf(state: UseCaseState, index: number): FakeUseCase["evidence"] {
  const year = `2026-${String(index + 1).padStart(3, "0")}`;
  const experiment = { SREN_TEST: `SREN ${year}`, DPIA: `AIPD ${year}` };
  const evaluated = { ...experiment, EVALUATION: `https://data.example/evaluations/${year}` };
  if (state === "DEPLOYED") return { ...evaluated, HOMOLOGATION: `HOM ${year}`, TRAINING_PLAN: `PF ${year}` };
  if (state === "EVALUATED") return evaluated;
  return state === "EXPERIMENT" || state === "SUSPENDED" ? experiment : {};
}

const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/gu, "-")
    .split("-")
    .slice(0, 1)
    .join("-");

/** What the file says beside the declaration; the first use case is due, and calls a model that is to end. */
function dossierOf(index: number, now: Date): Readonly<Record<string, unknown>> {
  const day = (days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const said = {
    problem: "Les comptes rendus prennent une heure par entretien.",
    goal: "Rendre ce temps au conseil.",
    functionDomain: index % 2 === 0 ? "USER_RELATION" : "OFFICE_WORK",
    agents: 640 + index * 10,
    aiActRole: "DEPLOYER",
    aiActClass: index === 3 ? "HIGH" : "LIMITED",
    models: ["redaction-24b"],
    modalities: ["TEXT", "AUDIO"],
    beginsOn: "2026-02-02",
    legalBasis: [{ title: "Code du travail, L. 5312-1", url: "https://legifrance.example/l5312-1" }],
    benefits: [{ name: "Temps rendu", kind: "EXPECTED", value: 30, unit: "min", on: null, source: null }],
  };
  if (index === 0) return { ...said, models: ["transcription-fr"], evaluationDueOn: day(-12), retention: "6 mois" };
  if (index === 1) return { ...said, evaluationDueOn: day(40) };
  return index < 6 ? said : {};
}

export function makeUseCases(now: Date): FakeUseCase[] {
  return SEEDS.map(([name, organisationId, state, labels, description], index) => {
    const id = `uc-${index + 1}`;
    const history = historyOf(state, now);
    const running = history.some((event) => event.to === "EXPERIMENT");
    return {
      id,
      slug: slugOf(name),
      name,
      description,
      organisationId,
      state,
      labels,
      serviceClass: index % 3 === 0 ? "STANDARD" : index % 3 === 1 ? "INTERACTIVE" : "BATCH",
      maxOutputTokens: 2048,
      decisionRole: "ASSIST",
      ownerEmail: `responsable@${ORGANISATIONS.find((one) => one.id === organisationId)?.slug ?? "etat"}.example`,
      oversight: "Chaque texte est relu, corrigé et signé par un agent avant tout envoi.",
      affectsIndividuals: false,
      staffEffect: "AUGMENTATION",
      amendedBy: null,
      dossier: dossierOf(index, now),
      evidence: evidenceOf(state, index),
      declaredBy: "declarant",
      declaredAt: history[0]?.at ?? now.toISOString(),
      version: history.length,
      history,
      applications: running ? applicationsOf(id, slugOf(name), now) : [],
    };
  });
}
