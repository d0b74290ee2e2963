import type {
  Assessment,
  AssessmentKind,
} from "../../control-plane/src/compliance/domain/desk/assessments/assessment.js";
import type { Opinion } from "../../control-plane/src/compliance/domain/desk/counsel/opinion.js";
import type { DoctrineNote, Question } from "../../control-plane/src/compliance/domain/desk/counsel/question.js";
import type { Review } from "../../control-plane/src/compliance/domain/desk/counsel/review.js";
import type { Derogation } from "../../control-plane/src/compliance/domain/desk/derogations/derogation.js";
import type { MarketSearch } from "../../control-plane/src/compliance/domain/desk/derogations/market-search.js";
import type { Incident } from "../../control-plane/src/compliance/domain/desk/incidents/incident.js";

const AT = new Date("2026-09-01T08:00:00.123Z");
const stored = {
  id: "019a0000-0000-7000-8000-0000000000d1",
  organisationId: "019a0000-0000-7000-8000-0000000000aa",
  version: 1,
  useCaseId: "019a0000-0000-7000-8000-000000000001",
};

export const aDerogation = (fields: Partial<Derogation> = {}): Derogation => ({
  ...stored,
  rule: "sovereignty/sren31-secnumcloud",
  poolId: null,
  motive: "Aucune offre qualifiée ne sert ce modèle avant l'été.",
  guarantees: "Chiffrement par les clés du ministère, accès journalisés.",
  notice: "Le ministère emploie à titre transitoire un service en cours de qualification.",
  noticeUrl: null,
  authorities: ["minister", "prime_minister"],
  decisions: [],
  startsOn: "2026-09-01",
  endsOn: "2027-08-31",
  state: "requested",
  requestedBy: "declarant",
  requestedAt: AT,
  endorsedBy: null,
  grantedBy: null,
  closedBy: null,
  closedAt: null,
  closeReason: null,
  ...fields,
});

export const aMarketSearch = (fields: Partial<MarketSearch> = {}): MarketSearch => ({
  ...stored,
  rule: "sovereignty/sren31-secnumcloud",
  offer: null,
  on: "2026-09-01",
  reference: "Note de marché 2026-3",
  state: "standing",
  foundBy: "cell",
  foundAt: AT,
  withdrawnBy: null,
  withdrawnReason: null,
  ...fields,
});

export const aQuestion = (fields: Partial<Question> = {}): Question => ({
  ...stored,
  topic: "legal",
  title: "Données de santé d'un tiers",
  question: "Un hébergeur certifié est-il nécessaire pour notre propre service de santé ?",
  answer: null,
  rules: [],
  state: "open",
  askedBy: "declarant",
  askedAt: AT,
  dueOn: "2026-09-16",
  answeredBy: null,
  answeredAt: null,
  doctrineId: null,
  ...fields,
});

export const aDoctrineNote = (fields: Partial<DoctrineNote> = {}): DoctrineNote => ({
  ...stored,
  useCaseId: null,
  topic: "legal",
  title: "Hébergement des données de santé",
  question: "Quand faut-il un hébergeur certifié ?",
  answer: "Quand le traitement est fait pour le compte d'un tiers.",
  rules: ["data-protection/health-hds"],
  state: "published",
  publishedBy: "cell",
  publishedAt: AT,
  withdrawnReason: null,
  ...fields,
});

export const aReview = (fields: Partial<Review> = {}): Review => ({
  ...stored,
  opinion: "with_reserves",
  summary: "Utile, à mieux surveiller.",
  conditions: [],
  state: "settled",
  reviewedBy: "cell",
  reviewedAt: AT,
  ...fields,
});

export const anOpinion = (fields: Partial<Opinion> = {}): Opinion => ({
  ...stored,
  useCaseId: null,
  number: "2026-1",
  title: "Sur les assistants rédactionnels",
  subject: "Assistants",
  text: "Le comité recommande…",
  figures: [{ name: "use_cases.running", value: 12 }],
  votes: null,
  adoptedOn: null,
  state: "draft",
  recordedBy: "cell",
  recordedAt: AT,
  publishedAt: null,
  ...fields,
});

export const sampleAnswers: Readonly<Record<AssessmentKind, Readonly<Record<string, unknown>>>> = {
  ai_act_screening: {
    role: "deployer",
    prohibitedPractice: null,
    annexI: false,
    annexIii: null,
    article63: null,
    article63Reason: null,
    profiling: false,
    facesUsers: false,
    generatesContent: false,
    recognisesPeople: false,
    reasoning: "Aide à la rédaction interne, sans effet sur une décision.",
  },
  fria: {
    processes: "Instruction des demandes",
    periodAndFrequency: "Quotidien, deux ans",
    affectedGroups: "Demandeurs",
    harms: "Erreur d'orientation",
    oversight: "Un agent relit chaque proposition",
    measures: "Voie de recours, comité de suivi",
    summary: "Risque maîtrisé par la relecture.",
    reusesDpia: true,
    notifiedOn: null,
  },
  dpia: {
    required: true,
    reasoning: "Données personnelles à grande échelle",
    doneOn: "2026-08-01",
    dpoOpinion: "Favorable",
    summary: "Risque résiduel faible.",
    url: null,
  },
  sren: {
    sensitiveByNature: false,
    sensitiveByUse: false,
    harms: [],
    reasoning: "Documents internes sans secret protégé.",
  },
  homologation: {
    level: "std",
    authority: "Secrétariat général",
    decidedOn: "2026-06-01",
    endsOn: "2029-05-31",
    reserves: null,
  },
  staff_consultation: {
    consultationRequired: true,
    consultedOn: "2026-06-16",
    reasoning: "Change l'organisation du travail des agents.",
  },
};

export const anAssessment = (fields: Partial<Assessment> = {}): Assessment => ({
  ...stored,
  kind: "sren",
  edition: 1,
  answers: sampleAnswers[fields.kind ?? "sren"],
  reference: "Note 2026-14",
  state: "draft",
  draftedBy: "declarant",
  draftedAt: AT,
  concludedBy: null,
  concludedAt: null,
  reviewOn: null,
  reviewReason: null,
  ...fields,
});

export const anIncident = (fields: Partial<Incident> = {}): Incident => ({
  ...stored,
  kind: "other_serious",
  harms: ["fundamental_rights"],
  findings: [{ at: AT, by: "declarant", harm: "fundamental_rights", found: true, reason: "" }],
  bound: true,
  deployer: true,
  notices: [],
  title: "Réponses discriminatoires",
  description: "Des réponses écartent des demandeurs selon leur nom.",
  systemVersion: "2.3",
  occurredAt: null,
  awareAt: AT,
  dueAt: new Date("2026-09-16T22:00:00Z"),
  measures: [],
  notification: null,
  suspendedAt: null,
  state: "open",
  declaredBy: "declarant",
  declaredAt: AT,
  ...fields,
});
