import { describe, expect, it } from "vitest";
import { branchOf } from "./tree-branch";

const node = (id: string, parentId: string | null) => ({ id, parentId, name: id });
const all = [node("dgfip", "eco"), node("state", null), node("eco", "state"), node("culture", "state")];
const ids = (nodes: readonly { readonly id: string }[]): readonly string[] => nodes.map((one) => one.id);

describe("branch of the organisation tree", () => {
  it("goes up to the root and down to the leaves", () => {
    const { above, below } = branchOf(node("eco", "state"), all);
    expect(ids(above)).toEqual(["state"]);
    expect(ids(below)).toEqual(["dgfip"]);
    expect(ids(branchOf(node("state", null), all).below)).toEqual(["culture", "eco", "dgfip"]);
  });
  it("stops where the reader's scope does", () => {
    expect(ids(branchOf(node("dgfip", "eco"), [node("dgfip", "eco")]).above)).toEqual([]);
  });
});
