export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

export interface Placed<Node extends TreeNode> {
  readonly node: Node;
  readonly level: number;
}

/** Parents before their children, siblings by name; a node whose parent is out of sight is a root. */
export function treeOrder<Node extends TreeNode>(nodes: readonly Node[], locale: string): readonly Placed<Node>[] {
  const known = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const collator = new Intl.Collator(locale);
  const place = (parent: string | null, level: number): readonly Placed<Node>[] =>
    [...(children.get(parent) ?? [])]
      .sort((a, b) => collator.compare(a.name, b.name))
      .flatMap((node) => [{ node, level }, ...place(node.id, level + 1)]);
  return place(null, 0);
}
