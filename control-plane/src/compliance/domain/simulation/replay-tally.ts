import type { ChangeCause, ChangeKind } from "./decision-change.js";
import type { RecordedDecision } from "./recorded-decision.js";
import type { AttributedChange, ReplayCase } from "./replay-case.js";

/** Ids kept of each kind of change, for people to open. */
const SAMPLES = 10;

/** How many records could be replayed, told before anything else. */
export interface Coverage {
  readonly records: number;
  /** With every fact that the candidate's rules read. */
  readonly replayed: number;
  /** Judged by rules, some of whose facts were not recorded. */
  readonly partial: number;
  /** Judged by rules on a snapshot that was not archived. */
  readonly impossible: number;
  /** Refused before any rule was asked: unknown key or model, malformed request. */
  readonly notJudged: number;
  /** Facts that were missing, and for how many records, most first. */
  readonly missing: readonly { readonly fact: string; readonly records: number }[];
}

/** Decisions of one use case that change alike, for the same rules and cause. */
export interface ChangeGroup {
  readonly organisationId: string;
  readonly useCaseId: string | null;
  readonly kind: ChangeKind;
  readonly cause: ChangeCause;
  readonly rules: readonly string[];
  readonly records: number;
  /** Of them, those that an endpoint answered or was answering; the others had been refused for something else. */
  readonly served: number;
  /** Ids of some of the decisions, the first met. */
  readonly samples: readonly string[];
}

export interface ReplayReport {
  readonly coverage: Coverage;
  /** Most records first. */
  readonly changes: readonly ChangeGroup[];
  /** Records for which a pool is no longer, or newly, allowed. */
  readonly pools: readonly { readonly poolId: string; readonly lost: number; readonly gained: number }[];
  readonly organisations: readonly { readonly organisationId: string; readonly replayed: number }[];
}

interface Group {
  readonly of: Omit<ChangeGroup, "records" | "served" | "samples">;
  records: number;
  served: number;
  readonly samples: string[];
}

/** Counts cases. Its size depends on use cases, rules and pools, never on records. */
export class ReplayTally {
  private readonly counts = { records: 0, replayed: 0, partial: 0, impossible: 0, notJudged: 0 };
  private readonly missing = new Map<string, number>();
  private readonly groups = new Map<string, Group>();
  private readonly pools = new Map<string, { lost: number; gained: number }>();
  private readonly organisations = new Map<string, number>();

  count(record: RecordedDecision, found: ReplayCase): void {
    this.counts.records += 1;
    switch (found.kind) {
      case "not_judged":
        this.counts.notJudged += 1;
        return;
      case "partial":
      case "impossible":
        this.counts[found.kind] += 1;
        for (const fact of found.missing) this.missing.set(fact, (this.missing.get(fact) ?? 0) + 1);
        return;
      case "replayed":
        this.counts.replayed += 1;
        this.organisations.set(record.organisationId, (this.organisations.get(record.organisationId) ?? 0) + 1);
        if (found.change !== null) this.change(record, found.change);
    }
  }

  report(): ReplayReport {
    const missing = [...this.missing].map(([fact, records]) => ({ fact, records }));
    return {
      coverage: { ...this.counts, missing: missing.sort((a, b) => b.records - a.records || order(a.fact, b.fact)) },
      changes: [...this.groups]
        .sort(([a, one], [b, other]) => other.records - one.records || order(a, b))
        .map(([, { of, ...counted }]) => ({ ...of, ...counted })),
      pools: [...this.pools]
        .map(([poolId, counted]) => ({ poolId, ...counted }))
        .sort((a, b) => b.lost + b.gained - a.lost - a.gained || order(a.poolId, b.poolId)),
      organisations: [...this.organisations]
        .map(([organisationId, replayed]) => ({ organisationId, replayed }))
        .sort((a, b) => order(a.organisationId, b.organisationId)),
    };
  }

  private change(
    { id, organisationId, useCaseId, outcome }: RecordedDecision,
    { kind, cause, rules, poolsLost, poolsGained }: AttributedChange,
  ): void {
    const key = `${organisationId}|${useCaseId ?? ""}|${kind}|${cause}|${rules.join()}`;
    const group = this.groups.get(key) ?? {
      of: { organisationId, useCaseId, kind, cause, rules },
      ...NONE,
      samples: [],
    };
    this.groups.set(key, group);
    group.records += 1;
    if (outcome !== "refused") group.served += 1;
    if (group.samples.length < SAMPLES) group.samples.push(id);
    for (const poolId of poolsLost) this.pool(poolId).lost += 1;
    for (const poolId of poolsGained) this.pool(poolId).gained += 1;
  }

  private pool(poolId: string): { lost: number; gained: number } {
    const known = this.pools.get(poolId) ?? { lost: 0, gained: 0 };
    this.pools.set(poolId, known);
    return known;
  }
}

const NONE = { records: 0, served: 0 } as const;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
