import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditReport } from "./audit-report.js";
import { findingsOf } from "./findings.js";
import { forbiddenCells, type LabelMatrix } from "./label-matrix.js";
import { differences, type Reconciliation } from "./reconciliation.js";

const NOTHING = { requests: 0 };
const SUMS: Reconciliation = { records: NOTHING, dailySums: NOTHING, logged: 0, waiting: 0, lost: 0 };
const KEYS = { live: 3, revoked: 1, expired: 2, expiringSoon: 1, old: 0, idle: 1, ofStopped: 0, tooLong: 0 };
const LOG = {
  size: 9,
  root: "r",
  cosignatures: [{ name: "witness", at: new Date(0) }],
  firstIndex: 0,
  lastIndex: 8,
  why: null,
};

const aReport = (fields: Partial<AuditReport> = {}): AuditReport => ({
  period: { fromDay: "2026-03-09", toDay: "2026-03-11", from: new Date(0), to: new Date(1) },
  computedAt: new Date(2),
  logs: [{ log: "inference", verdict: "sound", ...LOG }],
  matrix: { labels: [], pools: [], cells: [] },
  denials: [],
  refusals: [],
  bundles: [],
  activations: [],
  derogations: [],
  overdue: [],
  incomplete: [],
  keys: KEYS,
  governance: [],
  emergencies: [],
  samples: [],
  reconciliation: SUMS,
  ...fields,
});
const codes = (report: AuditReport) => findingsOf(report).map(({ code }) => code);

describe("findings", () => {
  it("are none when every figure is as it should be", () => {
    expect(findingsOf(aReport())).toEqual([]);
  });

  it("put breaches first", () => {
    const report = aReport({
      logs: [{ log: "governance", verdict: "broken", ...LOG, why: "the tiles give another root" }],
      keys: { ...KEYS, old: 4, tooLong: 1 },
      reconciliation: { ...SUMS, lost: 2 },
    });
    expect(findingsOf(report)).toEqual([
      { code: "log.broken", severity: "breach", count: 1 },
      { code: "sums.differ", severity: "breach", count: 1 },
      { code: "key.too_long", severity: "breach", count: 1 },
      { code: "key.old", severity: "attention", count: 4 },
    ]);
  });

  it("name a log without a witness, and use cases by what is missing or late", () => {
    const useCase = { id: "u", name: "u", organisation: "o", state: "deployed" };
    const report = aReport({
      logs: [{ log: "inference", verdict: "sound", ...LOG, cosignatures: [] }],
      incomplete: [
        { ...useCase, missing: ["evidence.dpia"], evaluationOverdueSince: null },
        { ...useCase, missing: [], evaluationOverdueSince: "2026-01-01" },
      ],
    });
    expect(codes(report)).toEqual(["log.unwitnessed", "use_case.incomplete", "evaluation.overdue"]);
  });
});

describe("cells that must be empty", () => {
  const matrix = fc
    .record({
      labels: fc.uniqueArray(fc.constantFrom("public", "internal", "personal", null), { minLength: 1 }),
      accepts: fc.array(fc.subarray(["public", "internal", "personal"]), { minLength: 1, maxLength: 4 }),
      counts: fc.array(fc.nat(50), { minLength: 16, maxLength: 16 }),
    })
    .map(({ labels, accepts, counts }): LabelMatrix => {
      const pools = accepts.map((each, place) => ({
        id: `p${String(place)}`,
        name: `Pool ${String(place)}`,
        accepts: each,
      }));
      const cells = labels.flatMap((label, row) =>
        pools.map(({ id }, column) => ({ label, poolId: id, requests: counts[row * 4 + column] ?? 0, ineligible: 0 })),
      );
      const total = (label: string | null) =>
        cells.filter((cell) => cell.label === label).reduce((sum, { requests }) => sum + requests, 0);
      return { labels: labels.map((label) => ({ label, requests: total(label), refused: 0 })), pools, cells };
    });

  it("are all pairs that no pool accepts, the empty ones too, each out of its label's total", () => {
    fc.assert(
      fc.property(matrix, (drawn) => {
        const cells = forbiddenCells(drawn);
        const pairs = drawn.labels.flatMap(({ label }) =>
          label === null ? [] : drawn.pools.filter(({ accepts }) => !accepts.includes(label)),
        );
        expect(cells).toHaveLength(pairs.length);
        for (const { label, pool, requests, of } of cells) {
          expect(pool.accepts).not.toContain(label);
          expect(requests).toBeLessThanOrEqual(of);
        }
      }),
    );
  });
});

describe("differences", () => {
  it("are zero exactly when sums are equal and every record is in the log or waits for it", () => {
    const small = fc.nat(3);
    const tally = fc.record({ requests: small, inputTokens: small, pages: small, costMicroEuro: small });
    fc.assert(
      fc.property(tally, tally, small, small, small, (records, dailySums, logged, waiting, lost) => {
        const sums = { records, dailySums, logged, waiting, lost };
        const agree =
          JSON.stringify(records) === JSON.stringify(dailySums) && logged + waiting === records.requests && lost === 0;
        expect(differences(sums).length === 0).toBe(agree);
      }),
      { numRuns: 2000 },
    );
  });
});
