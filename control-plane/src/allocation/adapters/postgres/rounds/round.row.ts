import type { Round } from "../../../domain/rounds/round.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";

export interface RoundRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly track: Round["track"];
  readonly title: string;
  readonly state: Round["state"];
  readonly quarters: string[];
  readonly effect_from: Date;
  readonly expires_at: Date | null;
  readonly closes_at: Date | null;
  readonly pools: Round["pools"];
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly rules_version: string;
  readonly solution: Round["solution"];
  readonly proposed_by: string | null;
  readonly proposed_at: Date | null;
  readonly proposed_digest: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
  readonly review: string | null;
  readonly parent_id: string | null;
  readonly version: number;
}

export const ROUND_COLUMNS = [
  ...[
    "id",
    "organisation_id",
    "track",
    "title",
    "state",
    "quarters",
    "effect_from",
    "expires_at",
    "closes_at",
    "pools",
  ],
  ...["opened_by", "opened_at", "rules_version", "solution", "proposed_by", "proposed_at", "proposed_digest"],
  ...["decided_by", "decided_at", "decision_reason", "reviewed_by", "reviewed_at", "review", "parent_id", "version"],
] as const;

export const roundValues = (round: Round): readonly unknown[] => [
  ...[round.id, round.organisationId, round.track, round.title, round.state, round.quarters, round.effectFrom],
  ...[round.expiresAt, round.closesAt, JSON.stringify(round.pools), round.openedBy, round.openedAt, round.rulesVersion],
  ...[round.solution === null ? null : JSON.stringify(round.solution)],
  ...[round.proposal?.by, round.proposal?.at, round.proposal?.grantsDigest].map((value) => value ?? null),
  ...[round.decision?.by, round.decision?.at, round.decision?.reason].map((value) => value ?? null),
  ...[round.review?.by, round.review?.at, round.review?.text].map((value) => value ?? null),
  ...[round.parentId, round.version],
];

export function roundOf(row: RoundRow): Round {
  const { proposed_by: proposer, decided_by: decider, reviewed_by: reviewer } = row;
  return {
    id: row.id,
    organisationId: row.organisation_id,
    track: row.track,
    title: row.title,
    state: row.state,
    quarters: row.quarters,
    effectFrom: row.effect_from,
    expiresAt: row.expires_at,
    closesAt: row.closes_at,
    pools: row.pools,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    rulesVersion: row.rules_version,
    solution: row.solution,
    proposal:
      proposer === null || row.proposed_at === null
        ? null
        : { by: proposer, at: row.proposed_at, grantsDigest: row.proposed_digest ?? "" },
    decision:
      decider === null || row.decided_at === null
        ? null
        : { by: decider, at: row.decided_at, reason: row.decision_reason ?? "" },
    review:
      reviewer === null || row.reviewed_at === null
        ? null
        : { by: reviewer, at: row.reviewed_at, text: row.review ?? "" },
    parentId: row.parent_id,
    version: row.version,
  };
}

export interface LineRow {
  readonly id: string;
  readonly round_id: string;
  readonly organisation_id: string;
  readonly ministry_id: string;
  readonly use_case_id: string | null;
  readonly need_id: string | null;
  readonly title: string;
  readonly gpu_classes: string[];
  readonly labels: string[];
  readonly criticality: RoundLine["criticality"];
  readonly score: number;
  readonly asks: RoundLine["asks"];
  readonly has_calendar: boolean;
  readonly declared_by: string;
  readonly declared_at: Date;
  readonly placements: RoundLine["placements"];
  readonly explanations: RoundLine["explanations"];
  readonly outcome: RoundLine["outcome"];
  readonly amended_by: string | null;
  readonly amended_reason: string | null;
  readonly version: number;
}

export const LINE_COLUMNS = [
  ...["id", "round_id", "organisation_id", "ministry_id", "use_case_id", "need_id", "title", "gpu_classes", "labels"],
  ...["criticality", "score", "asks", "has_calendar", "declared_by", "declared_at", "placements", "explanations"],
  ...["outcome", "amended_by", "amended_reason", "version"],
] as const;

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export const lineValues = (line: RoundLine): readonly unknown[] => [
  ...[line.id, line.roundId, line.organisationId, line.ministryId, line.useCaseId, line.needId, line.title],
  ...[line.gpuClasses, line.labels, line.criticality, line.score, json(line.asks), line.hasCalendar, line.declaredBy],
  ...[line.declaredAt, json(line.placements), json(line.explanations), line.outcome],
  ...[line.amended?.by ?? null, line.amended?.reason ?? null, line.version],
];

export const lineOf = (row: LineRow): RoundLine => ({
  id: row.id,
  roundId: row.round_id,
  organisationId: row.organisation_id,
  ministryId: row.ministry_id,
  useCaseId: row.use_case_id,
  needId: row.need_id,
  title: row.title,
  gpuClasses: row.gpu_classes,
  labels: row.labels,
  criticality: row.criticality,
  score: row.score,
  asks: row.asks,
  hasCalendar: row.has_calendar,
  declaredBy: row.declared_by,
  declaredAt: row.declared_at,
  placements: row.placements,
  explanations: row.explanations,
  outcome: row.outcome,
  amended: row.amended_by === null ? null : { by: row.amended_by, reason: row.amended_reason ?? "" },
  version: row.version,
});
