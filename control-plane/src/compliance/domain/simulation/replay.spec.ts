import type { PoolDecisionV1, RuleReasonV1 } from "@socle/contracts";
import type { PolicyFile } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { bookOf, bundleOf } from "../../../../../test/builders/replay-scene.js";
import { ruleFile } from "../../../../../test/builders/rule-file.builder.js";
import { snapshot, useCase } from "../../../../../test/builders/snapshot.builder.js";
import { FactBook } from "./fact-book.js";
import type { JudgedRequest, RecordedDecision } from "./recorded-decision.js";
import { Replay } from "./replay.js";
import type { ReplayReport } from "./replay-tally.js";

const reason = (rule: string, changes: Partial<RuleReasonV1> = {}): RuleReasonV1 => ({
  ...{ rule, version: 1, effect: "deny", code: "rule.fired" },
  ...changes,
});
const pool = (eligible: boolean, ...reasons: RuleReasonV1[]): PoolDecisionV1 => ({ poolId: "pool", eligible, reasons });
type Judged = JudgedRequest & { readonly pools: readonly PoolDecisionV1[] };
const record = (judged: Partial<Judged> = {}, changes: Partial<RecordedDecision> = {}): RecordedDecision => {
  const asked = { labels: [], maxOutputTokens: 100 };
  const { pools, ...request } = { labels: ["internal"], stream: false, asked, pools: [pool(true)], ...judged };
  return {
    ...{ id: "r-1", organisationId: "ministry", useCaseId: "use-case", applicationId: "application", modelId: "model" },
    ...{ day: "2026-06-15", outcome: "served", code: null, snapshotNumber: 1, bundleDigest: "earlier" },
    ...{ request: JSON.stringify(request), pools: JSON.stringify(pools) },
    ...changes,
  };
};

const internal = (changes: Parameters<typeof ruleFile>[0] = {}) =>
  ruleFile({
    ...{
      id: "security/internal",
      when: `'"internal" in request.labels'`,
      facts: "{ request: { labels: [internal] } }",
    },
    ...changes,
  });
const long = ruleFile({
  ...{ id: "security/long", when: "request.maxOutputTokens > 5000.0", facts: "{ request: { maxOutputTokens: 6000 } }" },
});
const NONE = [ruleFile()];
const book = bookOf(snapshot({ number: 1 }));

function replay(
  records: readonly RecordedDecision[],
  candidate: readonly PolicyFile[],
  active: readonly PolicyFile[] = NONE,
  known: FactBook = book,
): ReplayReport {
  const run = new Replay({ candidate: bundleOf(candidate), active: bundleOf(active), legalDay: null }, known);
  for (const each of records) run.take(each);
  return run.report();
}
const kinds = (report: ReplayReport) => report.changes.map(({ kind, cause, rules }) => [kind, cause, rules.join()]);

describe("what a candidate would change", () => {
  it.each([
    ["deny", "refused"],
    ["require", "refused"],
    ["clamp", "clamped"],
    ["warn", "warned"],
  ])("an added %s makes what was served %s", (effect, kind) => {
    expect(kinds(replay([record()], [internal({ effect })]))).toEqual([[kind, "rules", "security/internal"]]);
  });

  it("says nothing of preferences, of rules under observation or switched off", () => {
    const silent = [internal({ effect: "prefer" }), internal({ id: "security/two", mode: "shadow" })];
    expect(replay([record()], silent).changes).toEqual([]);
    expect(replay([record()], [internal({ mode: "off" })]).changes).toEqual([]);
  });

  it("admits what a dropped rule refused, and names the rule", () => {
    const refused = record({ pools: [pool(false, reason("security/internal"))] }, { outcome: "refused" });
    const report = replay([refused], NONE, [internal()]);
    expect(kinds(report)).toEqual([["admitted", "rules", "security/internal"]]);
    expect(report.pools).toEqual([{ poolId: "pool", lost: 0, gained: 1 }]);
    expect(report.changes).toMatchObject([{ records: 1, served: 0, samples: ["r-1"] }]);
  });

  it("knows a rule that a derogation lifted, or that was under observation, from one that decided", () => {
    const lifted = record({ pools: [pool(true, reason("a/b", { silenced: "derogation" }))] });
    const watched = record({ pools: [pool(true, reason("a/b", { effect: "warn", silenced: "shadow" }))] });
    expect(replay([lifted, watched], NONE).changes).toEqual([]);
    expect(kinds(replay([record({ pools: [pool(true, reason("a/b", { effect: "warn" }))] })], NONE))).toEqual([
      ["eased", "earlier_rules", "a/b"],
    ]);
  });

  it("does not hold a warning that is no longer heard for a reason", () => {
    const warned = record({ pools: [pool(true, reason("a/b", { effect: "warn" }))] });
    expect(kinds(replay([warned], [internal()]))).toEqual([["refused", "rules", "security/internal"]]);
    const refused = record({ pools: [pool(false, reason("a/b"))] }, { outcome: "refused" });
    const warns = internal({ effect: "warn" });
    expect(kinds(replay([refused], [warns]))).toEqual([["admitted", "earlier_rules", "a/b"]]);
  });

  it("leaves a closed pool closed", () => {
    const closed = pool(false, reason("security/internal"), reason("serving/pool-active"));
    expect(kinds(replay([record({ pools: [closed] }, { outcome: "refused" })], NONE))).toEqual([
      ["reasons", "earlier_rules", "security/internal"],
    ]);
  });

  it("refuses what would be too long once no rule clamps it", () => {
    const clamped = pool(true, reason("security/clamp", { effect: "clamp" }));
    const asked = { labels: [], maxOutputTokens: 4000 };
    expect(kinds(replay([record({ asked, pools: [clamped] })], NONE))).toEqual([
      ["refused", "earlier_rules", "admission/output-limit,security/clamp"],
    ]);
  });

  it("tells pools from outcomes", () => {
    const pools = [pool(true), { ...pool(true), poolId: "other" }];
    const other = { ...snapshot().pools[0], id: "other", slug: "other" } as never;
    const known = bookOf(snapshot({ number: 1, pools: [...snapshot().pools, other] }));
    const notThere = internal({ when: 'pool.slug == "other"', facts: "{ pool: { slug: other } }" });
    const report = replay([record({ pools })], [notThere], NONE, known);
    expect(kinds(report)).toEqual([["pools", "rules", "security/internal"]]);
    expect(report.pools).toEqual([{ poolId: "other", lost: 1, gained: 0 }]);
  });

  it("counts apart what had been refused by something else after the rules", () => {
    const overQuota = record({}, { outcome: "refused", code: "quota.exceeded" });
    const report = replay([record(), overQuota, record({}, { outcome: "failed" })], [internal()]);
    expect(report.changes).toMatchObject([{ kind: "refused", records: 3, served: 2 }]);
  });

  it("says that the date is why when the active rules answer alike", () => {
    const dated = internal({ from: "2026-09-01" });
    const active = bundleOf([dated]);
    const run = (legalDay: string | null, digest: string) => {
      const replayed = new Replay({ candidate: active, active, legalDay }, book);
      replayed.take(record({}, { bundleDigest: digest }));
      return kinds(replayed.report());
    };
    expect(run(null, active.digest)).toEqual([]);
    expect(run("2026-08-31", active.digest)).toEqual([]);
    expect(run("2026-09-01", active.digest)).toEqual([["refused", "date", "security/internal"]]);
    expect(run("2026-09-01", "earlier")).toEqual([["refused", "earlier_rules", "security/internal"]]);
  });
});

describe("coverage", () => {
  it("presumes nothing of facts that were not recorded", () => {
    const old = record({ asked: undefined });
    const report = replay([record(), old], [internal(), long]);
    expect(report.coverage).toEqual({
      ...{ records: 2, replayed: 1, partial: 1, impossible: 0, notJudged: 0 },
      missing: [{ fact: "request.maxOutputTokens", records: 1 }],
    });
    expect(report.changes).toMatchObject([{ kind: "refused", records: 1 }]);
  });

  it("judges what it can: facts that no rule reads need not be known", () => {
    const report = replay([record({ asked: undefined }, { snapshotNumber: 9 })], [internal()]);
    expect(report.coverage).toMatchObject({ replayed: 1, partial: 0, impossible: 0 });
    expect(report.changes).toMatchObject([{ kind: "refused", cause: "unknown" }]);
  });

  it("says what is impossible, and which facts it wants", () => {
    const report = replay([record({}, { snapshotNumber: 9 }), record({}, { snapshotNumber: 9 })], NONE);
    expect(report.coverage).toMatchObject({ impossible: 2, missing: [{ fact: "useCase.state", records: 2 }] });
  });

  it("knows facts of a release before the fact existed as missing", () => {
    const older = new FactBook(() => true);
    const bare = bookOf(snapshot({ number: 1 }));
    expect(bare.holds("use-case")).toBe(true);
    const { useCases, organisations } = snapshot();
    const content = { useCase: useCases[0], derogations: [], organisation: { slug: organisations[1]?.slug, path: [] } };
    older.add("use-case", [{ fromNumber: 1, content }]);
    older.add("schema", [{ fromNumber: 1, content: ["useCase.slug"] }]);
    expect(replay([record()], NONE, NONE, older).coverage).toMatchObject({
      partial: 1,
      missing: [{ fact: "useCase.state", records: 1 }],
    });
  });

  it("leaves aside what no rule was asked about", () => {
    const unknown = record({ pools: [] }, { outcome: "refused", code: "key.unknown" });
    expect(replay([unknown], [internal()]).coverage).toMatchObject({ records: 1, notJudged: 1, replayed: 0 });
  });

  it("reads a use case as it was in the snapshot that decided", () => {
    const idea = snapshot({ number: 5, useCases: [useCase({ state: "idea" })] });
    const known = bookOf(snapshot({ number: 1 }), idea);
    const at = (snapshotNumber: number) => record({}, { snapshotNumber, outcome: "served" });
    expect(replay([at(1)], NONE, NONE, known).changes).toEqual([]);
    expect(replay([at(5)], NONE, NONE, known).changes).toMatchObject([{ kind: "refused", rules: ["family/rule"] }]);
  });

  it("keeps ten samples of a change, whatever their number", () => {
    const records = Array.from({ length: 50 }, (_, index) => record({}, { id: `r-${index}` }));
    const [group] = replay(records, [internal()]).changes;
    expect(group).toMatchObject({ records: 50, samples: { length: 10 } });
  });
});
