import { describe, expect, it } from "vitest";
import { grantConditions, topAllocations, USUAL_TERMS, type PlacedAllocation } from "./allocation.js";

const placed = (path: readonly string[], nominal: number, guarantee = 0): PlacedAllocation => ({
  id: `a-${path[0] ?? ""}`,
  poolId: "p",
  nodeId: path[0] ?? "",
  nodeType: "organisation",
  organisationId: path[0] ?? "",
  nominal,
  guarantee,
  lendLimit: null,
  borrowLimit: null,
  weight: 1,
  ...USUAL_TERMS,
  path,
});
const unmet = (gpus: number, present: readonly PlacedAllocation[], wanted: PlacedAllocation) =>
  grantConditions(gpus, present, wanted)
    .filter((condition) => !condition.met)
    .map((condition) => `${condition.code} ${condition.message}`);

const interior = placed(["interior", "state"], 10);
const police = placed(["police", "interior", "state"], 6);

describe("grantConditions", () => {
  it("lets a right fill the pool exactly and refuses a hundredth more, with the figures", () => {
    expect(unmet(16, [interior], placed(["justice", "state"], 6))).toEqual([]);
    expect(unmet(16, [interior], placed(["justice", "state"], 6.01))).toEqual([
      "allocation.pool_capacity sum of the pool's top allocations: 16.01 GPU of 16 GPU",
    ]);
  });

  it("replaces the node's own allocation instead of adding to it", () => {
    expect(unmet(16, [interior], placed(["interior", "state"], 16))).toEqual([]);
  });

  it("carves a child's right out of its nearest allocated ancestor, skipping levels", () => {
    const useCase = placed(["uc", "brigade", "interior", "state"], 5);
    expect(topAllocations([interior, police, useCase])).toEqual([interior]);
    expect(unmet(16, [interior, police], useCase)).toEqual([
      "allocation.parent_right sum allocated out of the parent's right: 11 GPU of 10 GPU",
    ]);
  });

  it("does not let a right shrink under what is carved out of it", () => {
    expect(unmet(16, [interior, police], placed(["interior", "state"], 5))).toEqual([
      "allocation.children_within_right sum already allocated below: 6 GPU of 5 GPU",
    ]);
  });

  it("counts what a new middle right takes over from its parent", () => {
    const brigade = placed(["brigade", "police", "interior", "state"], 4);
    expect(unmet(16, [interior, brigade], placed(["police", "interior", "state"], 3))).toEqual([
      "allocation.children_within_right sum already allocated below: 4 GPU of 3 GPU",
    ]);
  });

  it("refuses a guarantee beyond the nominal", () => {
    expect(unmet(16, [], placed(["justice", "state"], 4, 5))).toEqual([
      "allocation.guarantee_within_nominal guarantee: 5 GPU of 4 GPU",
    ]);
  });
});
