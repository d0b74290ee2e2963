import { column, group, json, Table, values } from "../../../../platform/database/table.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import type { Round } from "../../../domain/rounds/round.js";

export const ROUNDS = new Table<Round>("allocation_round", {
  ...values("id", "organisationId", "track", "title", "state", "quarters", "effectFrom", "expiresAt", "closesAt"),
  ...values("openedBy", "openedAt", "rulesVersion", "parentId", "version"),
  ...json("pools", "solution"),
  proposal: group({ by: column("proposed_by"), at: column("proposed_at"), grantsDigest: column("proposed_digest") }),
  decision: group({ by: column("decided_by"), at: column("decided_at"), reason: column("decision_reason") }),
  review: group({ by: column("reviewed_by"), at: column("reviewed_at"), text: column("review") }),
});

export const ROUND_LINES = new Table<RoundLine>("round_line", {
  ...values("id", "roundId", "organisationId", "ministryId", "useCaseId", "needId", "title", "gpuClasses", "labels"),
  ...values("criticality", "score", "hasCalendar", "declaredBy", "declaredAt", "outcome", "version"),
  ...json("asks", "placements", "explanations"),
  amended: group({ by: column("amended_by"), reason: column("amended_reason") }),
});

export const ROUND_OPINIONS = new Table<RoundOpinion>("round_opinion", {
  ...values("id", "roundId", "lineId", "organisationId", "verdict", "told", "at"),
  by: column("by_person"),
});
