import type { Bundle, Facts } from "@socle/policies";
import type { PoolDecisionV1 } from "@socle/contracts";
import { changeBetween, type ChangeCause, type DecisionChange } from "./decision-change.js";
import { factsOn, KnownFacts, type FactBook, type RecordSources } from "./fact-book.js";
import { TOO_LONG, type JudgedPools, type JudgedRequest, type RecordedDecision } from "./recorded-decision.js";
import type { ReplayCase } from "./replay-case.js";
import { ReplayTally, type ReplayReport } from "./replay-tally.js";
import { firedAlike, recordedVerdict, replayedVerdict, type RuleVerdict } from "./rule-verdict.js";

/** The rules to compare, and when. */
export interface ReplayPlan {
  readonly candidate: Bundle;
  readonly active: Bundle;
  /** Every record is judged as if on that day (`YYYY-MM-DD`); each on its own day when `null`. */
  readonly legalDay: string | null;
}

const NOT_JUDGED: ReplayCase = { kind: "not_judged" };
const UNCHANGED: ReplayCase = { kind: "replayed", change: null };
/** Cases and texts remembered at most; all are forgotten together, so that memory stays bounded. */
const MOST_REMEMBERED = 20_000;

/**
 * Replays recorded decisions, one at a time and in any order, and counts what would change. Nothing is presumed: a record
 * of which the candidate's rules would read something that was not kept is counted as such, and judged no further.
 */
export class Replay {
  private readonly tally = new ReplayTally();
  private readonly cases = new Map<string, ReplayCase>();
  private readonly texts = new Map<string, JudgedPools>();
  private serials = 0;
  private readonly known: KnownFacts;
  private readonly knownToActive: KnownFacts;

  constructor(
    private readonly plan: ReplayPlan,
    private readonly book: FactBook,
  ) {
    this.known = new KnownFacts(plan.candidate.reads);
    this.knownToActive = new KnownFacts(plan.active.reads);
  }

  /** Counts one record. Every subject that it names was given to the book before. */
  take(record: RecordedDecision): void {
    this.tally.count(record, this.caseOf(record));
  }

  report(): ReplayReport {
    return this.tally.report();
  }

  private caseOf(record: RecordedDecision): ReplayCase {
    const judged = this.read(record.pools);
    if (judged.pools.length === 0) return NOT_JUDGED;
    const sources = this.book.sourcesOf(record, judged);
    const { day, code, bundleDigest, request } = record;
    const key = `${sources.key}|${judged.serial}|${day}|${code ?? ""}|${bundleDigest}|${request}`;
    const known = this.cases.get(key);
    if (known !== undefined) return known;
    if (this.cases.size >= MOST_REMEMBERED) this.cases.clear();
    const found = new RecordJudge(this.plan, record, judged.pools, sources).judge(this.known, this.knownToActive);
    this.cases.set(key, found);
    return found;
  }

  private read(text: string): JudgedPools {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (this.texts.size >= MOST_REMEMBERED) this.texts.clear();
    const read = { serial: (this.serials += 1), pools: JSON.parse(text) as PoolDecisionV1[] };
    this.texts.set(text, read);
    return read;
  }
}

/** Judges one record again. */
class RecordJudge {
  private readonly request: JudgedRequest;
  private readonly day: string;
  private readonly facts: readonly Facts[];

  constructor(
    private readonly plan: ReplayPlan,
    private readonly record: RecordedDecision,
    private readonly pools: readonly PoolDecisionV1[],
    private readonly sources: RecordSources,
  ) {
    this.request = JSON.parse(record.request) as JudgedRequest;
    this.day = plan.legalDay ?? record.day;
    this.facts = factsOn(this.day, sources, this.request);
  }

  judge(known: KnownFacts, knownToActive: KnownFacts): ReplayCase {
    const missing = known.missing(this.sources, this.request);
    if (missing.length > 0) return { kind: this.sources.schema === null ? "impossible" : "partial", missing };
    const found = this.findings(this.plan.candidate);
    if (this.pools.every((pool, index) => firedAlike(pool, found[index] ?? []))) return UNCHANGED;
    const before = recordedVerdict(this.pools, this.record.code === TOO_LONG);
    const change = changeBetween(before, replayedVerdict(this.pools, found, this.asksTooMuch()));
    if (change === null) return UNCHANGED;
    return { kind: "replayed", change: { ...change, cause: this.causeOf(change, before, knownToActive) } };
  }

  private causeOf(change: DecisionChange, before: RuleVerdict, known: KnownFacts): ChangeCause {
    if (known.missing(this.sources, this.request).length > 0) return "unknown";
    const active = replayedVerdict(this.pools, this.findings(this.plan.active), this.asksTooMuch());
    const alike = changeBetween(before, active);
    if (alike === null || alike.kind !== change.kind || alike.rules.join() !== change.rules.join()) return "rules";
    return this.record.bundleDigest === this.plan.active.digest ? "date" : "earlier_rules";
  }

  private findings(bundle: Bundle) {
    const noon = Date.parse(`${this.day}T12:00:00Z`);
    return bundle.evaluateEach(this.facts, noon).map(({ findings }) => findings);
  }

  private asksTooMuch(): boolean {
    const { asked } = this.request;
    const most = this.facts[0]?.useCase.maxOutputTokens ?? Number.POSITIVE_INFINITY;
    return asked !== undefined && asked.maxOutputTokens > most;
  }
}
