import { forbidden, refused } from "./fake-acts";
import { connection, type Filter } from "./fake-connection";
import { organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";
import type { World } from "./fake-world";

const DAY = 86_400_000;
type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly state: string };

interface DeskFilter extends Omit<Filter, "states" | "search"> {
  readonly filter?: { readonly search?: string | null; readonly states?: readonly string[] | null } | null;
}

/** Invented records of the compliance desk, dated from the day on which the console is opened. */
function makeDesk(world: World) {
  const day = (days: number): string => new Date(world.started.getTime() + days * DAY).toISOString().slice(0, 10);
  const at = (days: number): string => new Date(world.started.getTime() + days * DAY).toISOString();
  const of = (id: string) => {
    const useCase = world.useCases.find((one) => one.id === id);
    const { name, state, organisationId } = useCase ?? { name: "", state: "IDEA", organisationId: "mtravail" };
    return { useCase: { id, name, state }, organisation: organisationById(organisationId), version: 1 };
  };
  return { day, at, of };
}

function derogations({ day, at, of }: ReturnType<typeof makeDesk>): readonly Row[] {
  const one = (id: string, useCase: string, fields: object): Row => ({
    id,
    state: "REQUESTED",
    standing: "REQUESTED",
    ...of(useCase),
    rule: "sovereignty/sren31-secnumcloud",
    poolId: null,
    motive: "Aucune offre qualifiée ne sert ce modèle avant l’été.",
    guarantees: "Chiffrement par les clés du ministère, accès journalisés et revus chaque mois.",
    notice: "Le ministère emploie à titre transitoire un service en cours de qualification.",
    noticeUrl: null,
    authorities: ["minister", "prime_minister"],
    decisions: [],
    startsOn: day(0),
    endsOn: day(300),
    requestedAt: at(-3),
    requestedBy: "Camille Roy",
    endorsedBy: null,
    grantedBy: null,
    closedAt: null,
    closeReason: null,
    ...fields,
  });
  const minister = { authority: "minister", reference: "Décision 2026-118", on: day(-2) };
  return [
    one("derogation-1", "uc-1", {}),
    one("derogation-2", "uc-2", {
      state: "ENDORSED",
      standing: "ENDORSED",
      endorsedBy: "Dominique Le Gall",
      decisions: [minister],
    }),
    one("derogation-3", "uc-3", {
      state: "GRANTED",
      standing: "ACTIVE",
      startsOn: day(-200),
      endsOn: day(40),
      decisions: [minister],
    }),
  ];
}

function questions({ day, at, of }: ReturnType<typeof makeDesk>): readonly Row[] {
  const one = (id: string, title: string, fields: object): Row => ({
    id,
    title,
    state: "OPEN",
    ...of("uc-1"),
    topic: "LEGAL",
    question: "Un hébergeur certifié est-il nécessaire pour notre propre service de santé au travail ?",
    answer: null,
    rules: [],
    askedAt: at(-20),
    dueOn: day(-5),
    late: true,
    askedBy: "Camille Roy",
    answeredBy: null,
    ...fields,
  });
  return [
    one("question-1", "Données de santé au travail", {}),
    one("question-2", "Durée des journaux", {
      ...{ state: "ANSWERED", topic: "TECHNICAL", late: false, answeredBy: "Sacha Morel" },
      ...{ answer: "Six mois au moins.", rules: ["conformity/annex-iii-ready"], dueOn: day(4) },
    }),
  ];
}

const doctrine = ({ at }: ReturnType<typeof makeDesk>): readonly Row[] => [
  {
    ...{ id: "note-1", state: "PUBLISHED", topic: "LEGAL", version: 1, publishedAt: at(-40), withdrawnReason: null },
    title: "Hébergement des données de santé",
    question: "Quand faut-il un hébergeur certifié ?",
    answer: "Quand le traitement est fait pour le compte d’un tiers.",
    rules: ["data-protection/health-hds"],
  },
];

const reviews = ({ day, at, of }: ReturnType<typeof makeDesk>): readonly Row[] => [
  {
    ...{ id: "review-1", state: "OPEN", opinion: "WITH_RESERVES", ...of("uc-1"), reviewedAt: at(-30) },
    summary: "Utile aux agents, à mieux surveiller.",
    conditions: [
      { id: "c-1", text: "Publier l’évaluation", dueOn: day(-2), metOn: null, proof: null, late: true },
      { id: "c-2", text: "Nommer un référent", dueOn: day(20), metOn: day(-4), proof: "Note de service", late: false },
    ],
  },
  {
    id: "review-2",
    state: "SETTLED",
    opinion: "FAVOURABLE",
    ...of("uc-2"),
    reviewedAt: at(-60),
    summary: "Conforme.",
    conditions: [],
  },
];

function incidents({ at, of }: ReturnType<typeof makeDesk>): readonly Row[] {
  const one = (id: string, title: string, fields: object): Row => ({
    id,
    title,
    state: "OPEN",
    ...of("uc-1"),
    kind: "OTHER_SERIOUS",
    severity: "HIGH",
    harms: ["FUNDAMENTAL_RIGHTS"],
    description: "Des réponses écartent des demandeurs selon leur nom.",
    systemVersion: "2.3",
    awareAt: at(-9),
    suspendedAt: null,
    next: ["INVESTIGATING"],
    declaredAt: at(-9),
    clock: { state: "RUNNING", days: 15, dueAt: at(6), text: "art. 73(2)" },
    measures: [{ at: at(-8), text: "Retour à la version précédente." }],
    notification: null,
    ...fields,
  });
  return [
    one("incident-1", "Réponses discriminatoires", {}),
    one("incident-2", "Standard injoignable", {
      ...{ kind: "CRITICAL_INFRASTRUCTURE", severity: "CRITICAL", harms: ["CRITICAL_INFRASTRUCTURE"] },
      clock: { state: "OVERDUE", days: 2, dueAt: at(-1), text: "art. 73(3)" },
    }),
  ];
}

function assessments({ day, at, of }: ReturnType<typeof makeDesk>): readonly Row[] {
  const one = (id: string, kind: string, state: string, answers: object, fields: object = {}): Row => ({
    ...{ id, kind, state, edition: 1, ...of("uc-1"), answers, reference: "Note 2026-14" },
    ...{ draftedAt: at(-20), concludedAt: state === "DRAFT" ? null : at(-15), reviewOn: null, reviewReason: null },
    ...{ draftedBy: "Camille Roy", concludedBy: state === "DRAFT" ? null : "Dominique Le Gall" },
    ...fields,
  });
  const screening = {
    ...{ role: "deployer", prohibitedPractice: null, annexIii: "employment", article63: null, article63Reason: null },
    ...{ profiling: false, facesUsers: true, generatesContent: false, recognisesPeople: false },
    reasoning: "Aide au conseil en emploi.",
  };
  const sren = { sensitiveByNature: false, sensitiveByUse: false, harms: [], reasoning: "Rien de secret." };
  return [
    one("assessment-1", "AI_ACT_SCREENING", "DONE", screening),
    one("assessment-2", "SREN", "DRAFT", sren),
    one(
      "assessment-3",
      "DPIA",
      "TO_REVIEW",
      { required: true },
      { reviewReason: "Sans le sous-traitant", reviewOn: day(10) },
    ),
  ];
}

const opinions = ({ day, at }: ReturnType<typeof makeDesk>): readonly Row[] => [
  {
    ...{ id: "opinion-1", state: "PUBLISHED", number: "2026-1", title: "Sur les assistants rédactionnels", version: 3 },
    ...{ subject: "Assistants", text: "Le comité recommande une relecture par un agent.", adoptedOn: day(-30) },
    ...{ recordedAt: at(-40), publishedAt: at(-25), votes: { for: 8, against: 1, abstained: 2 } },
    figures: [{ name: "use_cases.deployed", value: 12 }],
  },
];

const FIGURES = [
  { name: "ai_act.high", value: 2 },
  { name: "derogations.active", value: 1 },
  { name: "incidents.other_serious", value: 1 },
  { name: "use_cases.deployed", value: 12 },
];
const RULES = [
  {
    ...{ id: "sovereignty/sren31-secnumcloud", authorities: ["minister", "prime_minister"], maxMonths: 18 },
    ...{ fr: "Données sensibles hors SecNumCloud", en: "Sensitive data outside SecNumCloud" },
  },
  { id: "data-protection/health-hds", authorities: [], maxMonths: null, fr: "Hébergeur de santé", en: "Health host" },
];

const DUTIES = [
  {
    code: "literacy",
    article: "4",
    from: "2025-02-02",
    fr: "Former les agents concernés.",
    en: "Train the agents concerned.",
    met: true,
    late: false,
  },
  {
    code: "disclosure",
    article: "50(1)",
    from: "2026-08-02",
    fr: "Dire aux usagers qu’ils parlent à une IA.",
    en: "Tell users that they meet an AI.",
    met: false,
    late: true,
  },
  {
    code: "fria",
    article: "27",
    from: "2027-12-02",
    fr: "Analyser l’impact sur les droits fondamentaux.",
    en: "Assess the impact on fundamental rights.",
    met: false,
    late: false,
  },
];

/** What the desk adds to a use case. */
export function deskOf(world: World, useCaseId: string) {
  const desk = makeDesk(world);
  const own = (rows: readonly Row[]) => rows.filter((row) => (row["useCase"] as { id: string }).id === useCaseId);
  const editions = own(assessments(desk));
  const status = (kind: string, standing: string) => ({
    kind,
    standing,
    editions: editions.filter((each) => each["kind"] === kind),
  });
  return {
    assessmentStatus: [
      status("AI_ACT_SCREENING", editions.length > 0 ? "DONE" : "REQUIRED"),
      status("SREN", editions.length > 0 ? "IN_PROGRESS" : "RECORDED"),
      status("DPIA", editions.length > 0 ? "TO_REVIEW" : "NOT_REQUIRED"),
      status("FRIA", "REQUIRED"),
      status("HOMOLOGATION", "RECORDED"),
    ],
    aiActDuties: editions.length > 0 ? DUTIES : [],
    reviews: own(reviews(desk)),
    derogations: own(derogations(desk)),
    incidents: own(incidents(desk)),
    explicitMention:
      editions.length === 0
        ? null
        : {
            text: "Cette décision a été prise sur le fondement d’un traitement algorithmique.\nFinalité du traitement : [à compléter : finalité].",
            onRequest: ["Degré et mode de contribution à la décision : il aide l’agent qui instruit."],
            missing: ["goal", "methods"],
          },
  };
}

/** The desk's lists, and a refusal of its acts by right: nothing here is changed. */
export function complianceQueries(world: World, person: FakePerson) {
  const desk = makeDesk(world);
  const all = {
    derogations: derogations(desk),
    complianceQuestions: questions(desk),
    doctrine: doctrine(desk),
    useCaseReviews: reviews(desk),
    incidents: incidents(desk),
    assessments: assessments(desk),
    committeeOpinions: opinions(desk),
  };
  const list = (rows: readonly Row[]) => (args: DeskFilter) => connection(kept(rows, args), args);
  const one =
    (rows: readonly Row[]) =>
    ({ id }: { id: string }) =>
      rows.find((row) => row.id === id) ?? null;
  const granted = all.derogations.filter(({ state }) => state === "GRANTED");
  return {
    ...Object.fromEntries(Object.entries(all).map(([name, rows]) => [name, list(rows)])),
    derogation: one(all.derogations),
    complianceQuestion: one(all.complianceQuestions),
    useCaseReview: one(all.useCaseReviews),
    incident: one(all.incidents),
    assessment: one(all.assessments),
    derogationNotices: () =>
      connection(
        granted.map((row) => ({
          ...row,
          derogationId: row.id,
          body: "Ministère du Travail",
          useCase: "Aide aux achats",
          revokedAt: null,
        })),
        {},
      ),
    rulesInForce: RULES,
    complianceFigures: FIGURES,
    registerExport: ({ register, format }: { register: string; format: string }) => registerFile(register, format),
    ...actsFor(person),
  };
}

const kept = (rows: readonly Row[], { filter }: DeskFilter): readonly Row[] =>
  rows
    .filter(({ state }) => !filter?.states?.length || filter.states.includes(state.toLowerCase()))
    .filter((row) =>
      JSON.stringify(row)
        .toLowerCase()
        .includes((filter?.search ?? "").toLowerCase()),
    );

const registerFile = (register: string, format: string) => ({
  ...{ title: register, standard: "Standard 1.0", fileName: `${register.toLowerCase()}.${format.toLowerCase()}` },
  ...{ mediaType: "text/csv", text: "name\r\n", entries: register === "ATRS" ? 0 : 2 },
  missing:
    register === "CRPA_INVENTORY"
      ? [{ useCaseId: "uc-1", name: "Transcription d’entretiens", columns: ["finalite", "regles_publiees"] }]
      : [],
});

/** Which right each act takes; the fake decides nothing. */
const ACTS: Readonly<Record<string, string>> = {
  requestDerogation: "declare:Derogation",
  endorseDerogation: "validate:Derogation",
  grantDerogation: "grant:Derogation",
  declareIncident: "declare:Incident",
  suspendForIncident: "suspend:UseCase",
};

const actsFor = (person: FakePerson) =>
  Object.fromEntries(
    Object.entries(ACTS).map(([name, ability]) => [
      name,
      () => (person.abilities.includes(ability) ? refused("Conflict", "record.changed") : forbidden(ability)),
    ]),
  );
