import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context } from "../../kernel/use-case.js";
import { COUNTERSIGNED_ROLES } from "../domain/membership-change.js";
import type { Organisation } from "../domain/organisation.js";
import { standAlike, type HeldRole } from "../domain/standing-roles.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";

export type RolePorts = Pick<TenancyPorts, "organisations" | "persons" | "memberships">;

/**
 * Who changes the tree neither ends nor begins a countersigned role by it; a seed founds the tree and is not asked.
 * @param changed the tree as it would be, from the one that is
 */
export async function rolesStand(
  ctx: Context,
  { organisations, persons, memberships }: RolePorts,
  changed: (tree: readonly Organisation[]) => readonly Organisation[],
): Promise<Result<true>> {
  if (ctx.actor.kind === "system") return ok(true);
  const now = ctx.clock.now();
  const roles: HeldRole[] = [];
  for (const membership of await memberships.holding(ctx, COUNTERSIGNED_ROLES)) {
    const person = await persons.find(ctx, membership.personId);
    roles.push({ membership, employerId: person?.employerId ?? null });
  }
  const tree = await organisations.listAt(ctx, now);
  return standAlike(tree, changed(tree), roles) ? ok(true) : refuse(WOULD_CHANGE);
}

const WOULD_CHANGE = conflict(
  "organisation.roles_would_change",
  "A role of the compliance cell or of an auditor would begin or stop counting by it: give or end that role first, with its countersignature.",
);
