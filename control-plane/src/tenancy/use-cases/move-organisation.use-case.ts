import { z } from "zod";
import { notFound } from "../../kernel/refusal.js";
import { refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { changeable } from "../domain/organisation-change.js";
import type { Organisation } from "../domain/organisation.js";
import { loadOrganisation, storeChange } from "./organisation.subject.js";
import { rolesStand, type RolePorts } from "./roles-stand.js";

export const moveOrganisationInput = z.object({
  id: z.string(),
  parentId: z.string(),
  effectiveOn: z.coerce.date().nullish().describe("Today when absent."),
  reason: z.string().trim().min(3).max(500),
});
export type MoveOrganisationInput = z.output<typeof moveOrganisationInput>;

/** An organisation, with all that stands below it, goes under another from a day on. */
export const moveOrganisation = (ports: RolePorts): UseCase<MoveOrganisationInput, Organisation, Organisation> => ({
  name: "tenancy.move-organisation",
  action: "manage",
  input: zodSchema(moveOrganisationInput),
  load: (ctx, { id }) => loadOrganisation(ports.organisations, ctx, id),
  async handle(ctx, { id, parentId, effectiveOn, reason }, before) {
    const effective = effectiveOn ?? ctx.clock.now();
    const open = changeable(before, effective, ctx.clock.now());
    if (!open.ok) return open;
    const parent = await ports.organisations.find(ctx, parentId);
    if (parent === null) return refuse(notFound("organisation", parentId));
    const alive = changeable(parent, effective, ctx.clock.now());
    if (!alive.ok) return alive;
    const moved = (tree: readonly Organisation[]) =>
      tree.map((each) => (each.id === id ? { ...each, parentId } : each));
    const steady = await rolesStand(ctx, ports, moved);
    if (!steady.ok) return steady;
    const data = { from: before.parentId, to: parentId, reason };
    return storeChange(ports.organisations, ctx, { ...before, parentId }, effective, data);
  },
});
