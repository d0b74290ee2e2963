import { organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";
import type { World } from "./fake-world";

const DAY = 86_400_000;

type Seed = readonly [
  kind: string,
  subjectType: string,
  subjectId: string,
  title: string,
  organisationId: string,
  days: number | null,
];

const BY_ROLE: Readonly<Record<string, readonly Seed[]>> = {
  VALIDATOR: [
    ["use_case.validate", "UseCase", "uc-9", "Aide aux achats", "mtravail", -1],
    ["use_case.validate", "UseCase", "uc-7", "Indexation d’archives", "mtravail", 2],
    ["key.expiring", "ApiKey", "key-1", "transcription-prod", "mtravail", 4],
    ["budget.nearly_spent", "Budget", "b-1", "Travail, novembre", "mtravail", 6],
    ["use_case.suspended", "UseCase", "uc-8", "Aide aux offres d’emploi", "ftravail", 17],
    ["use_case.validate", "UseCase", "uc-5", "Assistant pédagogique", "mtravail", 21],
    ["training.validate", "Training", "training-1", "Premiers pas avec l’IA, 2026", "mtravail", null],
  ],
  DECLARANT: [
    ["evaluation.due", "UseCase", "uc-1", "Transcription d’entretiens", "mtravail", -12],
    ["model.ending", "UseCase", "uc-1", "Transcription d’entretiens", "mtravail", 40],
    ["key.expiring", "ApiKey", "key-1", "transcription-prod", "mtravail", 4],
    ["use_case.suspended", "UseCase", "uc-8", "Aide aux offres d’emploi", "ftravail", null],
  ],
  ARIANE_OPERATOR: [
    ["model.decide", "Model", "analyse-70b", "analyse-70b", "mtravail", null],
    ["pool.unallocated", "Pool", "nord", "H100 · Sensible · Nord", "etat", null],
    ["budget.nearly_spent", "Budget", "b-1", "Travail, novembre", "mtravail", 6],
  ],
  AI_CELL: [
    ["shadow_tool.answer", "ShadowTool", "tool-1", "Traducteur grand public", "mtravail", null],
    ["evaluation.publish_independent", "Evaluation", "evaluation-2", "Transcription d’entretiens", "mtravail", null],
    ["use_case.select", "UseCase", "uc-7", "Indexation d’archives", "mculture", 5],
  ],
  COMPLIANCE: [
    ["use_case.suspended", "UseCase", "uc-8", "Aide aux offres d’emploi", "ftravail", 3],
    ["incident.notify", "Incident", "incident-2", "Standard injoignable", "mtravail", -1],
    ["question.answer", "Question", "question-1", "Données de santé au travail", "mtravail", -5],
    ["derogation.grant", "Derogation", "derogation-2", "Réponse aux courriers", "mtravail", null],
  ],
};

const DETAILS: Readonly<Record<string, string>> = {
  "model.ending": "transcription-fr",
  "model.decide": "Éditeur d’exemple",
  "shadow_tool.answer": "Éditeur Gamma",
  "evaluation.publish_independent": "Laboratoire d’exemple",
  "training.validate": "1840",
};

export function tasksOf(world: World, person: FakePerson) {
  return (BY_ROLE[person.role] ?? []).map(([kind, subjectType, subjectId, title, organisationId, days]) => ({
    id: `${kind}:${subjectId}`,
    kind,
    subjectType,
    subjectId,
    title,
    detail: DETAILS[kind] ?? null,
    organisation: organisationById(organisationId),
    dueAt: days === null ? null : new Date(world.started.getTime() + days * DAY).toISOString(),
  }));
}
