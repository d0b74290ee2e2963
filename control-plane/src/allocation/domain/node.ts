/** A node of the one tree that organisations, use cases and applications form. */
export type NodeType = "organisation" | "use_case" | "application";

export interface TreeNode {
  readonly id: string;
  readonly type: NodeType;
  readonly name: string;
  /** The organisation it is, or belongs to. */
  readonly organisationId: string;
  /** Ids from the node itself up to the State, the root. */
  readonly path: readonly string[];
}

/** The root's child on the path: the ministry a node is counted under; the root itself for the root. */
export function ministryOf(path: readonly string[]): string {
  const ministry = path.at(-2) ?? path.at(-1);
  if (ministry === undefined) throw new Error("a path holds at least the node itself");
  return ministry;
}
