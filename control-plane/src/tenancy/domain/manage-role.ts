import type { Actor, Role } from "../../kernel/actor.js";
import { reachesWholeTree } from "../../kernel/reach.js";
import { guardRefusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";

/**
 * Beside the authorisation to manage memberships: nobody gives or ends their own role, and only ARIANE gives or ends a
 * role that acts beyond a ministry.
 */
export function mayManageRole(actor: Actor, role: Role, personId: string): Result<true> {
  if (actor.kind === "system") return ok(true);
  const ofAriane = actor.memberships.some((held) => held.role === "ariane_operator" && held.emergency === undefined);
  const conditions = [
    {
      code: "membership.within_reach",
      met: ofAriane || !reachesWholeTree(role),
      message: `The role ${role} acts on the whole tree: ARIANE gives it and ends it.`,
    },
    {
      code: "membership.not_own",
      met: personId !== actor.id,
      message: "Somebody else gives a person their roles and ends them.",
    },
  ];
  if (conditions.every((condition) => condition.met)) return ok(true);
  return refuse(guardRefusal("membership.not_yours", "This role is not yours to give or to end.", conditions));
}
