import type { Actor } from "../../kernel/actor.js";
import type { TreeNode } from "../domain/node.js";

/** At or below an organisation the actor is a member of; the State itself counts only as itself. */
export function isOwnOrganisation(actor: Actor, node: TreeNode): boolean {
  if (actor.kind === "system") return false;
  const root = node.path.at(-1);
  return actor.memberships.some(({ organisationId }) =>
    organisationId === root ? node.id === root : node.path.includes(organisationId),
  );
}
