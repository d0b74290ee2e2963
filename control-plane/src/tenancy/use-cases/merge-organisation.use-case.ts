import { z } from "zod";
import { invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { changeable, merged, withoutMerged } from "../domain/organisation-change.js";
import type { Organisation } from "../domain/organisation.js";
import { loadOrganisation, stands, storeChange } from "./organisation.subject.js";
import { rolesStand, type RolePorts } from "./roles-stand.js";

export const mergeOrganisationInput = z.object({
  id: z.string(),
  intoId: z.string(),
  effectiveOn: z.coerce.date().nullish().describe("Today when absent."),
  reason: z.string().trim().min(3).max(500),
});
export type MergeOrganisationInput = z.output<typeof mergeOrganisationInput>;

/**
 * An organisation closes in favour of another. It stands below its successor from then on, so that what it owned (use
 * cases, rights, records) is within the successor's reach under its own name; what stood below it goes to the successor,
 * and roles held in it go on there.
 */
export const mergeOrganisation = (ports: RolePorts): UseCase<MergeOrganisationInput, Organisation, Organisation> => ({
  name: "tenancy.merge-organisation",
  action: "manage",
  input: zodSchema(mergeOrganisationInput),
  load: (ctx, { id }) => loadOrganisation(ports.organisations, ctx, id),
  async handle(ctx, { intoId, effectiveOn, reason }, before) {
    if (intoId === before.id) return refuse(invalidInput([{ path: "intoId", message: "names another organisation" }]));
    const effective = effectiveOn ?? ctx.clock.now();
    const into = await ports.organisations.find(ctx, intoId);
    if (into === null) return refuse(notFound("organisation", intoId));
    for (const each of [before, into]) {
      const open = changeable(each, effective, ctx.clock.now());
      if (!open.ok) return open;
    }
    const merging = (tree: readonly Organisation[]) => withoutMerged(tree, before.id, into.id);
    const steady = await rolesStand(ctx, ports, merging);
    if (!steady.ok) return steady;
    const children = await moveChildren(ports, ctx, before, into, effective);
    if (!children.ok) return children;
    const roles = await moveRoles(ports, ctx, before, into);
    const data = { into: into.slug, children: children.value, roles, reason };
    return storeChange(ports.organisations, ctx, merged(before, into, effective), effective, data);
  },
});

/** @returns how many stood below and now stand below the successor */
async function moveChildren(
  { organisations }: RolePorts,
  ctx: Context,
  from: Organisation,
  into: Organisation,
  effective: Date,
): Promise<Result<number>> {
  const children = (await organisations.childrenOf(ctx, from.id)).filter(({ id }) => id !== into.id);
  for (const child of children) {
    const stored = stands(await organisations.save(ctx, { ...child, parentId: into.id }, effective));
    if (!stored.ok) return stored;
  }
  return ok(children.length);
}

/** @returns how many roles ended here and go on in the successor */
async function moveRoles(
  { memberships }: RolePorts,
  ctx: Context,
  from: Organisation,
  into: Organisation,
): Promise<number> {
  const now = ctx.clock.now();
  const held = await memberships.ofOrganisation(ctx, from.id, now);
  for (const membership of held) {
    await memberships.save(ctx, { ...membership, validTo: now });
    const next = { ...membership, id: ctx.ids.next(), organisationId: into.id, validFrom: now };
    await memberships.save(ctx, next);
  }
  return held.length;
}
