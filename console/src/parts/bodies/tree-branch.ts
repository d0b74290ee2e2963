import type { OrganisationsData } from "../../generated/operations";
import { type TreeNode, treeOrder } from "./tree-order";

export type OrganisationNode = OrganisationsData["organisations"][number];

interface Branch<Node> {
  /** From the parent up to the root. */
  readonly above: readonly Node[];
  /** Every node underneath, parents before their children. */
  readonly below: readonly Node[];
}

export function branchOf<Node extends TreeNode>(node: Node, all: readonly Node[]): Branch<Node> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const parentOf = (one: Node): Node | undefined => (one.parentId === null ? undefined : byId.get(one.parentId));
  const ancestors = (one: Node): readonly Node[] => {
    const parent = parentOf(one);
    return parent === undefined ? [] : [parent, ...ancestors(parent)];
  };
  const below = treeOrder(all, "fr")
    .map((placed) => placed.node)
    .filter((one) => ancestors(one).some((ancestor) => ancestor.id === node.id));
  return { above: ancestors(node), below };
}
