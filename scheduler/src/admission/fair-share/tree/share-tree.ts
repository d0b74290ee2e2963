/** A node as its source names it; order among siblings is the order of the list. */
export interface TreeNode {
  readonly id: string;
  /** `null` for a root. */
  readonly parentId: string | null;
}

/**
 * Shape of a tree of organisations, use cases and applications, as indices: parents come before their children and the
 * children of a node are contiguous, so that a walk touches neighbouring memory and never a string.
 */
export interface ShareTree {
  readonly size: number;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Parent's index; -1 for a root. */
  readonly parent: Int32Array;
  /** Children of node `n` are `firstChild[n]` to `endChild[n] - 1`; roots are 0 to `roots - 1`. */
  readonly firstChild: Int32Array;
  readonly endChild: Int32Array;
  readonly roots: number;
}

export type TreeResult =
  | { readonly ok: true; readonly tree: ShareTree }
  | {
      readonly ok: false;
      readonly reason: "cycle" | "unknown_parent" | "duplicate";
      readonly nodes: readonly string[];
    };

const groupChildren = (nodes: readonly TreeNode[]): Map<string | null, string[]> => {
  const children = new Map<string | null, string[]>();
  for (const { id, parentId } of nodes) {
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [id]);
    else siblings.push(id);
  }
  return children;
};

/**
 * Lays a tree out. A cycle is refused whole, with its nodes: nothing below it could ever be admitted. O(nodes).
 */
export const compileTree = (nodes: readonly TreeNode[]): TreeResult => {
  const known = new Set(nodes.map(({ id }) => id));
  if (known.size !== nodes.length) {
    const twice = nodes.filter(({ id }, at) => nodes.findIndex((node) => node.id === id) !== at);
    return { ok: false, reason: "duplicate", nodes: twice.map(({ id }) => id) };
  }
  const lost = nodes.filter(({ parentId }) => parentId !== null && !known.has(parentId));
  if (lost.length > 0) return { ok: false, reason: "unknown_parent", nodes: lost.map(({ id }) => id) };
  const children = groupChildren(nodes);
  const ids: string[] = [...(children.get(null) ?? [])];
  const roots = ids.length;
  const parent = new Int32Array(nodes.length).fill(-1);
  const firstChild = new Int32Array(nodes.length);
  const endChild = new Int32Array(nodes.length);
  for (let at = 0; at < ids.length; at += 1) {
    const below = children.get(ids[at] ?? "") ?? [];
    firstChild[at] = ids.length;
    for (const child of below) {
      parent[ids.length] = at;
      ids.push(child);
    }
    endChild[at] = ids.length;
  }
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  if (ids.length < nodes.length) {
    const circling = nodes.filter(({ id }) => !indexOf.has(id));
    return { ok: false, reason: "cycle", nodes: circling.map(({ id }) => id) };
  }
  return { ok: true, tree: { size: ids.length, ids, indexOf, parent, firstChild, endChild, roots } };
};
