import type { Context } from "../../kernel/use-case.js";
import type { TreeNode } from "../domain/node.js";

/** Finds nodes of the one tree, whichever room records them. */
export interface NodeDirectory {
  /** The nodes among `ids` that the actor may see, in any order. */
  find(ctx: Context, ids: readonly string[]): Promise<readonly TreeNode[]>;
  /** Id of the State, the root. */
  root(ctx: Context): Promise<string>;
}
