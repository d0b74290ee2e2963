import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingChanges, findingsOf, type KeptFinding, type ObservedGpus } from "./capacity-finding.js";

const AT = new Date("2026-10-01T00:00:00Z");
const seen = (pool: string, gpuType: string, gpus: number): ObservedGpus => ({
  ...{ pool, gpuType, gpus, observedAt: AT, source: "agent" },
});
const said = (pool: string, gpuType: string, gpus: number) => ({ pool, gpuType, gpus });

describe("findings", () => {
  it.each([
    [100, 95, []],
    [100, 94, [-0.06]],
    [100, 105, []],
    [100, 106, [0.06]],
    [8, 0, [-1]],
  ])("of %d declared and %d seen are %j", (declared, observed, differences) => {
    const found = findingsOf([said("p", "H100-80GB", declared)], [seen("p", "H100-80GB", observed)]);
    expect(found.map(({ difference }) => difference)).toEqual(differences);
  });

  it("say nothing of pools that nobody declares or nobody sees, and tell kinds apart", () => {
    const found = findingsOf(
      [said("a", "H100-80GB", 8), said("unseen", "H100-80GB", 4)],
      [seen("a", "A100-80GB", 8), seen("nobody-s", "H100-80GB", 9)],
    );
    expect(found.map(({ pool, gpuType, declared, observed }) => [pool, gpuType, declared, observed])).toEqual([
      ["a", "A100-80GB", 0, 8],
      ["a", "H100-80GB", 8, 0],
    ]);
  });

  it("once kept, leave nothing to change until something else is said or seen", () => {
    const amounts = fc.array(fc.record({ pool: fc.constantFrom("a", "b"), gpus: fc.nat(50) }), { maxLength: 4 });
    const unique = <T extends { pool: string }>(list: readonly T[]) => [
      ...new Map(list.map((e) => [e.pool, e])).values(),
    ];
    fc.assert(
      fc.property(amounts, amounts, (declared, observed) => {
        const found = findingsOf(
          unique(declared).map(({ pool, gpus }) => said(pool, "H100-80GB", gpus)),
          unique(observed).map(({ pool, gpus }) => seen(pool, "H100-80GB", gpus)),
        );
        const kept: KeptFinding[] = findingChanges([], found).opened.map((each) => ({
          ...each,
          ...{ id: each.pool, campaignId: "c", openedAt: AT, closedAt: null },
        }));
        expect(findingChanges(kept, found)).toEqual({ opened: [], changed: [], closed: [] });
        expect(findingChanges(kept, []).closed).toEqual(kept);
      }),
    );
  });
});
