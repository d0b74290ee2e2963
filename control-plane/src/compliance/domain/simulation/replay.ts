import type { Bundle } from "@socle/policies";
import { changeBetween, type ChangeCause, type DecisionChange } from "./decision-change.js";
import type { FactBook, RecordSources } from "./fact-book.js";
import type { Judged, RecordedDecision } from "./recorded-decision.js";
import { recordedVerdict, replayedVerdict, type RuleVerdict } from "./rule-verdict.js";
import type { ReplayCase } from "./replay-case.js";
import { ReplayTally, type ReplayReport } from "./replay-tally.js";

/** The rules to compare, and when. */
export interface ReplayPlan {
  readonly candidate: Bundle;
  readonly active: Bundle;
  /** Every record is judged as if on that day (`YYYY-MM-DD`); each on its own day when `null`. */
  readonly legalDay: string | null;
}

const NOT_JUDGED: ReplayCase = { kind: "not_judged" };
const UNCHANGED: ReplayCase = { kind: "replayed", change: null };
/** Cases remembered at most; all are forgotten together, so that memory stays bounded. */
const MOST_CASES = 50_000;

/**
 * Replays recorded decisions, one at a time and in any order, and counts what would change. Nothing is presumed: a record
 * of which the candidate's rules would read something that was not kept is counted as such, and judged no further.
 */
export class Replay {
  private readonly tally = new ReplayTally();
  private readonly cases = new Map<string, ReplayCase>();
  private readonly judged = new Map<string, Judged>();
  private readonly reads: readonly string[];
  private readonly activeReads: readonly string[];

  constructor(
    private readonly plan: ReplayPlan,
    private readonly book: FactBook,
  ) {
    this.reads = plan.candidate.reads;
    this.activeReads = plan.active.reads;
  }

  /** Counts one record. Every subject that it names was given to the book before. */
  take(record: RecordedDecision): void {
    this.tally.count(record, this.caseOf(record));
  }

  /** Ids of a record's pools, so that their sources can be given to the book. */
  poolsOf(record: RecordedDecision): readonly string[] {
    return this.read(record.judged).pools.map(({ poolId }) => poolId);
  }

  report(): ReplayReport {
    return this.tally.report();
  }

  private caseOf(record: RecordedDecision): ReplayCase {
    const judged = this.read(record.judged);
    if (judged.pools.length === 0) return NOT_JUDGED;
    const sources = this.book.sourcesOf(
      record,
      judged.pools.map(({ poolId }) => poolId),
    );
    const { day, code, bundleDigest } = record;
    const key = `${sources.key}|${day}|${code ?? ""}|${bundleDigest}|${record.judged}`;
    const known = this.cases.get(key);
    if (known !== undefined) return known;
    if (this.cases.size >= MOST_CASES) this.cases.clear();
    const found = this.judge(record, judged, sources);
    this.cases.set(key, found);
    return found;
  }

  private judge(record: RecordedDecision, judged: Judged, sources: RecordSources): ReplayCase {
    const missing = this.book.missing(this.reads, sources, judged);
    if (missing.length > 0) return { kind: sources.schema === null ? "impossible" : "partial", missing };
    const before = recordedVerdict(record, judged);
    const change = changeBetween(before, this.verdictOf(this.plan.candidate, record, judged, sources));
    if (change === null) return UNCHANGED;
    return { kind: "replayed", change: { ...change, cause: this.causeOf(change, record, judged, sources, before) } };
  }

  private causeOf(
    change: DecisionChange,
    record: RecordedDecision,
    judged: Judged,
    sources: RecordSources,
    before: RuleVerdict,
  ): ChangeCause {
    if (this.book.missing(this.activeReads, sources, judged).length > 0) return "unknown";
    const active = this.verdictOf(this.plan.active, record, judged, sources);
    const alike = changeBetween(before, active);
    if (alike === null || alike.kind !== change.kind || alike.rules.join() !== change.rules.join()) return "rules";
    return record.bundleDigest === this.plan.active.digest ? "date" : "earlier_rules";
  }

  private verdictOf(bundle: Bundle, { day }: RecordedDecision, judged: Judged, sources: RecordSources): RuleVerdict {
    const legalDay = this.plan.legalDay ?? day;
    const noon = Date.parse(`${legalDay}T12:00:00Z`);
    return replayedVerdict(bundle, judged, this.book.factsOn(legalDay, sources, judged), noon);
  }

  private read(text: string): Judged {
    const known = this.judged.get(text);
    if (known !== undefined) return known;
    if (this.judged.size >= MOST_CASES) this.judged.clear();
    const parsed = JSON.parse(text) as Judged;
    this.judged.set(text, parsed);
    return parsed;
  }
}
