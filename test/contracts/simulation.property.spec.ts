import { DATA_LABELS, type DataLabel } from "@socle/contracts";
import type { Bundle } from "@socle/policies";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Replay, type ReplayPlan } from "../../control-plane/src/compliance/domain/simulation/replay.js";
import type { RecordedDecision } from "../../control-plane/src/compliance/domain/simulation/recorded-decision.js";
import type { ReplayReport } from "../../control-plane/src/compliance/domain/simulation/replay-tally.js";
import type { FactBook } from "../../control-plane/src/compliance/domain/simulation/fact-book.js";
import { anyAsked, anySnapshot, bookOf, bundleOf, recordsOf, RULES_OF_THE_STATE } from "../builders/replay-scene.js";
import { ruleFile } from "../builders/rule-file.builder.js";

const state = bundleOf(RULES_OF_THE_STATE);
/** The baseline of rule tests is public: a rule that refuses it would have no silent case. */
const NOT_PUBLIC = DATA_LABELS.filter((label) => label !== "public");
const REFUSALS = new Map<DataLabel, Bundle>();
/** The State's rules, and one more that refuses a label everywhere. */
function refusing(label: DataLabel): Bundle {
  const rule = ruleFile({
    id: "conformity/new-refusal",
    when: `'"${label}" in request.labels'`,
    facts: `{ request: { labels: [${label}] } }`,
  });
  const bundle = REFUSALS.get(label) ?? bundleOf([...RULES_OF_THE_STATE, rule]);
  REFUSALS.set(label, bundle);
  return bundle;
}
const anyTraffic = fc.array(anyAsked, { minLength: 1, maxLength: 12 });

function replay(book: FactBook, records: readonly RecordedDecision[], plan: Partial<ReplayPlan>): ReplayReport {
  const run = new Replay({ candidate: state, active: state, legalDay: null, ...plan }, book);
  for (const record of records) run.take(record);
  return run.report();
}
const wasJudged = ({ pools }: RecordedDecision): boolean => pools !== "[]";
const labelsOf = ({ request }: RecordedDecision) => (JSON.parse(request) as { labels: string[] }).labels;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe("a replay of what the scheduler decided", () => {
  it("changes nothing under the bundle that decided", () => {
    fc.assert(
      fc.property(anySnapshot, anyTraffic, (snapshot, traffic) => {
        const records = recordsOf(snapshot, state, traffic);
        const report = replay(bookOf(snapshot), records, {});
        expect(report.changes).toEqual([]);
        expect(report.coverage).toMatchObject({ records: records.length, partial: 0, impossible: 0, missing: [] });
        expect(report.coverage.replayed + report.coverage.notJudged).toBe(records.length);
      }),
      { numRuns: 300 },
    );
  });

  it("changes exactly the records that a new refusal matches", () => {
    fc.assert(
      fc.property(anySnapshot, anyTraffic, fc.constantFrom(...NOT_PUBLIC), (snapshot, traffic, label) => {
        const candidate = refusing(label);
        const records = recordsOf(snapshot, state, traffic);
        const report = replay(bookOf(snapshot), records, { candidate });
        const matching = records.filter((each) => wasJudged(each) && labelsOf(each).includes(label));
        const refusedNow = matching.filter((each) => each.code === null);
        expect(sum(report.changes.map((group) => group.records))).toBe(matching.length);
        const refusals = report.changes.filter(({ kind }) => kind === "refused");
        expect(sum(refusals.map((group) => group.records))).toBe(refusedNow.length);
        for (const { rules, cause } of report.changes) {
          expect(rules).toContain("conformity/new-refusal");
          expect(cause).toBe("rules");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("judges as the scheduler would have under the other rules", () => {
    const fewer: Bundle = bundleOf(RULES_OF_THE_STATE.filter((_, index) => index % 3 !== 0));
    fc.assert(
      fc.property(anySnapshot, anyTraffic, (snapshot, traffic) => {
        const before = recordsOf(snapshot, state, traffic);
        const after = recordsOf(snapshot, fewer, traffic);
        const report = replay(bookOf(snapshot), before, { candidate: fewer });
        const refused = (record: RecordedDecision) => record.code !== null;
        const both = before.map((was, index) => ({ was, now: after[index] ?? was }));
        const counted = (kind: string) =>
          sum(report.changes.filter((group) => group.kind === kind).map((group) => group.records));
        expect(counted("admitted")).toBe(both.filter(({ was, now }) => refused(was) && !refused(now)).length);
        expect(counted("refused")).toBe(both.filter(({ was, now }) => !refused(was) && refused(now)).length);
      }),
      { numRuns: 200 },
    );
  });

  it("tells apart what another day changes, as the scheduler would have decided that day", () => {
    fc.assert(
      fc.property(
        anySnapshot,
        anyTraffic,
        fc.constantFrom("2026-09-16", "2027-03-02", "2028-01-01"),
        (snapshot, traffic, day) => {
          const at = Date.parse(`${day}T10:00:00Z`);
          const before = recordsOf(snapshot, state, traffic);
          const then = recordsOf(
            snapshot,
            state,
            traffic.map((asked) => ({ ...asked, at })),
          );
          const report = replay(bookOf(snapshot), before, { legalDay: day });
          const refused = before.filter(({ code }, index) => code === null && then[index]?.code !== null);
          const lost = report.changes.filter(({ kind }) => kind === "refused");
          expect(sum(lost.map((group) => group.records))).toBe(refused.length);
          for (const { cause } of report.changes) expect(cause).toBe("date");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("counts the same whatever the order, and once what it was given once", () => {
    fc.assert(
      fc.property(anySnapshot, anyTraffic, (snapshot, traffic) => {
        const candidate = bundleOf(RULES_OF_THE_STATE.slice(5));
        const records = recordsOf(snapshot, state, traffic);
        const withoutSamples = ({ changes, ...rest }: ReplayReport) => ({
          ...rest,
          changes: changes.map(({ samples: _, ...group }) => group),
        });
        const one = replay(bookOf(snapshot), records, { candidate });
        const other = replay(bookOf(snapshot), records.toReversed(), { candidate });
        expect(withoutSamples(other)).toEqual(withoutSamples(one));
      }),
      { numRuns: 50 },
    );
  });
});
