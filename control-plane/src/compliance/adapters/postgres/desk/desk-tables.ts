import { fold } from "../../../../kernel/fold.js";
import { column, days, json, dated, Table, values, type Fields } from "../../../../platform/database/table.js";
import type { Assessment } from "../../../domain/desk/assessments/assessment.js";
import type { Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DoctrineNote, Question } from "../../../domain/desk/counsel/question.js";
import type { Review } from "../../../domain/desk/counsel/review.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import type { MarketSearch } from "../../../domain/desk/derogations/market-search.js";
import type { DeskRecord } from "../../../domain/desk/desk-record.js";
import type { Incident } from "../../../domain/desk/incidents/incident.js";
import { LISTED, type ListedBy } from "../../../domain/desk/listed-by.js";

const record = values("id", "organisationId", "version", "useCaseId", "state");

/** A table whose rows also carry what a search looks in, and the term by which lists are sorted. */
const listed = <Kind extends DeskRecord>(name: string, { words, due }: ListedBy<Kind>, fields: Fields<Kind>) =>
  new Table<Kind>(name, fields, {
    search_key: (kept) => fold(words.map((field) => String(kept[field] ?? "")).join(" ")),
    due_key: due,
  });

export const DEROGATIONS = listed<Derogation>("derogation", LISTED.derogations, {
  ...record,
  ...values("rule", "poolId", "motive", "guarantees", "notice", "noticeUrl", "authorities", "requestedBy"),
  ...values("requestedAt", "endorsedBy", "grantedBy", "closedBy", "closedAt", "closeReason"),
  ...json("decisions"),
  ...days("startsOn", "endsOn"),
});

export const SEARCHES = listed<MarketSearch>("market_search", LISTED.searches, {
  ...record,
  ...values("rule", "offer", "reference", "foundBy", "foundAt", "withdrawnBy", "withdrawnReason"),
  on: column("found_on", "day"),
});

export const QUESTIONS = listed<Question>("compliance_question", LISTED.questions, {
  ...record,
  ...values("topic", "title", "question", "answer", "rules", "askedBy", "askedAt", "answeredBy", "answeredAt"),
  ...values("doctrineId"),
  ...days("dueOn"),
});

export const DOCTRINE = listed<DoctrineNote>("doctrine_note", LISTED.doctrine, {
  ...record,
  ...values("topic", "title", "question", "answer", "rules", "publishedBy", "publishedAt", "withdrawnReason"),
});

export const REVIEWS = listed<Review>("use_case_review", LISTED.reviews, {
  ...record,
  ...values("opinion", "summary", "reviewedBy", "reviewedAt"),
  ...json("conditions"),
});

export const ASSESSMENTS = listed<Assessment>("assessment", LISTED.assessments, {
  ...record,
  ...values("kind", "edition", "reference", "draftedBy", "draftedAt", "concludedBy", "concludedAt", "reviewReason"),
  ...json("answers"),
  ...days("reviewOn"),
});

export const INCIDENTS = listed<Incident>("incident", LISTED.incidents, {
  ...record,
  ...values(
    "kind",
    "harms",
    "bound",
    "deployer",
    "title",
    "description",
    "systemVersion",
    "occurredAt",
    "awareAt",
    "dueAt",
  ),
  ...values("suspendedAt", "declaredBy", "declaredAt"),
  ...dated("findings", "measures", "notification", "notices"),
});

export const OPINIONS = listed<Opinion>("committee_opinion", LISTED.opinions, {
  ...record,
  ...values("number", "title", "subject", "text", "recordedBy", "recordedAt", "publishedAt"),
  ...json("figures", "votes"),
  ...days("adoptedOn"),
});
