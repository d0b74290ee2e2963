import type { Actor, Role } from "./actor.js";
import type { Action } from "./use-case.js";

/** Roles exercised over the whole tree, whichever body the person belongs to. */
const STATE_WIDE: ReadonlySet<Role> = new Set([
  ...(["ariane_operator", "ai_cell", "dsp", "dgafp"] as const),
  ...(["compliance", "committee", "auditor"] as const),
]);
const READ_ONLY: ReadonlySet<Role> = new Set(["auditor", "observer"]);

export const reachesWholeTree = (role: Role): boolean => STATE_WIDE.has(role);

/**
 * True when nothing this actor holds lets it write: its transactions are opened read-only. A simulation is the one thing
 * that an auditor leaves behind: it changes nothing but itself.
 */
export const mayOnlyRead = (actor: Actor, action?: Action): boolean =>
  action !== "simulate" &&
  actor.kind === "person" &&
  actor.memberships.every((membership) => READ_ONLY.has(membership.role));

/** What row-level security lets an actor see: everything, or the subtrees of these organisations. */
export type Scope =
  { readonly kind: "tree" } | { readonly kind: "subtrees"; readonly organisationIds: readonly string[] };

export function scopeOf(actor: Actor): Scope {
  if (actor.kind === "system") return { kind: "tree" };
  if (actor.memberships.some((membership) => reachesWholeTree(membership.role))) return { kind: "tree" };
  return { kind: "subtrees", organisationIds: [...new Set(actor.memberships.map((each) => each.organisationId))] };
}
