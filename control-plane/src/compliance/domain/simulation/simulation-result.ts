import { CHANGE_KINDS, type ChangeKind } from "./decision-change.js";
import type { ChangeGroup, Coverage, ReplayReport } from "./replay-tally.js";
import type { RuleDifference } from "./rule-differences.js";

/** Decisions by what becomes of them. */
export type KindCounts = Readonly<Record<ChangeKind, number>>;

export interface MinistryLine {
  readonly ministryId: string;
  readonly replayed: number;
  readonly changed: number;
  readonly kinds: KindCounts;
}

export interface RuleLine {
  readonly rule: string;
  readonly changed: number;
  readonly kinds: KindCounts;
}

/** What a run came to. Figures by use case are the changes themselves. */
export interface SimulationResult {
  readonly coverage: Coverage;
  readonly changed: number;
  /** Of the decisions that would be refused, those that had been served. */
  readonly servedThenRefused: number;
  readonly kinds: KindCounts;
  readonly ministries: readonly MinistryLine[];
  readonly rules: readonly RuleLine[];
  readonly pools: ReplayReport["pools"];
  readonly differences: readonly RuleDifference[];
  /** SHA-256 of the replayed records' names in order: the same window read again gives the same digest. */
  readonly recordsDigest: string;
  readonly seconds: number;
}

/** A change, with the ministry that its organisation belongs to. */
export interface MinistryChange extends ChangeGroup {
  readonly ministryId: string;
}

/** Sums a report by ministry and by rule; a change that several rules bring counts for each of them. */
export function summarise(
  report: ReplayReport,
  ministryOf: (organisationId: string) => string,
): Omit<SimulationResult, "differences" | "recordsDigest" | "seconds"> {
  const ministries = new Map<string, { replayed: number; kinds: Record<ChangeKind, number> }>();
  for (const { organisationId, replayed } of report.organisations) {
    const id = ministryOf(organisationId);
    const line = ministries.get(id) ?? { replayed: 0, kinds: noChange() };
    line.replayed += replayed;
    ministries.set(id, line);
  }
  const rules = new Map<string, Record<ChangeKind, number>>();
  const all = noChange();
  for (const { organisationId, kind, records, rules: named } of report.changes) {
    all[kind] += records;
    const line = ministries.get(ministryOf(organisationId));
    if (line !== undefined) line.kinds[kind] += records;
    for (const rule of named) {
      const kinds = rules.get(rule) ?? noChange();
      kinds[kind] += records;
      rules.set(rule, kinds);
    }
  }
  const refused = report.changes.filter(({ kind }) => kind === "refused");
  return {
    coverage: report.coverage,
    changed: total(all),
    servedThenRefused: refused.reduce((sum, { served }) => sum + served, 0),
    kinds: all,
    ministries: [...ministries]
      .map(([ministryId, line]) => ({ ministryId, ...line, changed: total(line.kinds) }))
      .sort((a, b) => b.changed - a.changed || b.replayed - a.replayed || (a.ministryId < b.ministryId ? -1 : 1)),
    rules: [...rules]
      .map(([rule, kinds]) => ({ rule, kinds, changed: total(kinds) }))
      .sort((a, b) => b.changed - a.changed || (a.rule < b.rule ? -1 : 1)),
    pools: report.pools,
  };
}

const noChange = (): Record<ChangeKind, number> =>
  Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
const total = (kinds: KindCounts): number => CHANGE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
