import { describe, expect, it } from "vitest";
import { treeOrder } from "./tree-order";

const node = (id: string, parentId: string | null) => ({ id, parentId, name: id });

describe("organisation tree", () => {
  it("puts children under their parent, siblings by name", () => {
    const placed = treeOrder([node("b", "root"), node("a1", "a"), node("a", "root"), node("root", null)], "fr");
    expect(placed.map((one) => [one.node.id, one.level])).toEqual([
      ["root", 0],
      ["a", 1],
      ["a1", 2],
      ["b", 1],
    ]);
  });
  it("keeps a subtree whose parent one may not see", () => {
    expect(treeOrder([node("a", "hidden")], "fr")).toHaveLength(1);
  });
});
