import type { Assessment } from "../../../domain/desk/assessments/assessment.js";
import type { Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DoctrineNote, Question } from "../../../domain/desk/counsel/question.js";
import type { Review } from "../../../domain/desk/counsel/review.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import type { Incident } from "../../../domain/desk/incidents/incident.js";
import { LISTED } from "../../../domain/desk/listed-by.js";
import type { ColumnKind, DeskTable } from "./desk-table.js";

const values = <const Fields extends readonly string[]>(...fields: Fields): Record<Fields[number], "value"> =>
  Object.fromEntries(fields.map((field) => [field, "value"])) as Record<Fields[number], "value">;
const kinds = <Kind extends ColumnKind, const Fields extends readonly string[]>(
  kind: Kind,
  ...fields: Fields
): Record<Fields[number], Kind> =>
  Object.fromEntries(fields.map((field) => [field, kind])) as Record<Fields[number], Kind>;

const record = values("id", "organisationId", "version", "useCaseId", "state");

export const DEROGATIONS: DeskTable<Derogation> = {
  name: "derogation",
  fields: {
    ...record,
    ...values("rule", "poolId", "motive", "guarantees", "notice", "noticeUrl", "authorities", "requestedBy"),
    ...values("requestedAt", "endorsedBy", "grantedBy", "closedBy", "closedAt", "closeReason"),
    ...kinds("json", "decisions"),
    ...kinds("day", "startsOn", "endsOn"),
  },
  listed: LISTED.derogations,
  rule: "rule",
  instants: [],
};

export const QUESTIONS: DeskTable<Question> = {
  name: "compliance_question",
  fields: {
    ...record,
    ...values("topic", "title", "question", "answer", "rules", "askedBy", "askedAt", "answeredBy", "answeredAt"),
    ...values("doctrineId"),
    ...kinds("day", "dueOn"),
  },
  listed: LISTED.questions,
  rule: "rules",
  instants: [],
};

export const DOCTRINE: DeskTable<DoctrineNote> = {
  name: "doctrine_note",
  fields: {
    ...record,
    ...values("topic", "title", "question", "answer", "rules", "publishedBy", "publishedAt", "withdrawnReason"),
  },
  listed: LISTED.doctrine,
  rule: "rules",
  instants: [],
};

export const REVIEWS: DeskTable<Review> = {
  name: "use_case_review",
  fields: {
    ...record,
    ...values("opinion", "summary", "reviewedBy", "reviewedAt"),
    ...kinds("json", "conditions"),
  },
  listed: LISTED.reviews,
  rule: null,
  instants: [],
};

export const ASSESSMENTS: DeskTable<Assessment> = {
  name: "assessment",
  fields: {
    ...record,
    ...values("kind", "edition", "reference", "draftedBy", "draftedAt", "concludedBy", "concludedAt", "reviewReason"),
    ...kinds("json", "answers"),
    ...kinds("day", "reviewOn"),
  },
  listed: LISTED.assessments,
  rule: null,
  instants: [],
};

export const INCIDENTS: DeskTable<Incident> = {
  name: "incident",
  fields: {
    ...record,
    ...values("kind", "severity", "harms", "title", "description", "systemVersion", "occurredAt", "awareAt", "dueAt"),
    ...values("suspendedAt", "declaredBy", "declaredAt"),
    ...kinds("json", "measures", "notification"),
  },
  listed: LISTED.incidents,
  rule: null,
  instants: ["measures", "notification"],
};

export const OPINIONS: DeskTable<Opinion> = {
  name: "committee_opinion",
  fields: {
    ...record,
    ...values("number", "title", "subject", "text", "recordedBy", "recordedAt", "publishedAt"),
    ...kinds("json", "figures", "votes"),
    ...kinds("day", "adoptedOn"),
  },
  listed: LISTED.opinions,
  rule: null,
  instants: [],
};
