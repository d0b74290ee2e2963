import { describe, expect, it } from "vitest";
import { shareNodes } from "../order/snapshot-rights.js";
import { QuotaTree } from "./quota-tree.js";
import { compileTree } from "./share-tree.js";

describe("share tree", () => {
  it("puts parents before children, siblings together and in their order", () => {
    const compiled = compileTree([
      { id: "leaf", parentId: "b" },
      { id: "a", parentId: "root" },
      { id: "root", parentId: null },
      { id: "b", parentId: "root" },
    ]);
    if (!compiled.ok) throw new Error(compiled.reason);
    expect(compiled.tree.ids).toEqual(["root", "a", "b", "leaf"]);
    expect([...compiled.tree.parent]).toEqual([-1, 0, 0, 2]);
  });

  it("refuses cycles, lost parents and double names, and says where", () => {
    const node = (id: string, parentId: string | null) => ({ id, parentId });
    expect(compileTree([node("root", null), node("a", "b"), node("b", "a"), node("c", "a")])).toEqual({
      ok: false,
      reason: "cycle",
      nodes: ["a", "b", "c"],
    });
    expect(compileTree([node("a", "lost")])).toMatchObject({ reason: "unknown_parent", nodes: ["a"] });
    expect(compileTree([node("a", null), node("a", null)])).toMatchObject({ reason: "duplicate", nodes: ["a"] });
  });

  it("leaves what circles out of the tree that orders requests, and serves the rest", () => {
    const organisation = (id: string, parentId: string | null) => ({ id, slug: id, name: id, parentId });
    const nodes = shareNodes({
      organisations: [organisation("state", null), organisation("a", "b"), organisation("b", "a")],
      useCases: [],
      applications: [],
    });
    expect(nodes.map(({ id }) => id)).toEqual(["", "state"]);
  });

  it("knows a node above a quota that was cut as overdrawn, not as empty", () => {
    const compiled = compileTree([{ id: "root", parentId: null }]);
    if (!compiled.ok) throw new Error(compiled.reason);
    const quota = { own: 2, guarantee: 0, lendLimit: null, borrowLimit: null };
    const tree = new QuotaTree(compiled.tree, [quota]);
    tree.addUsage(0, 5);
    expect(tree.available(0)).toBe(-3);
  });
});
