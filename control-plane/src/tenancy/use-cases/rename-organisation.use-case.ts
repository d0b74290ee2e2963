import { z } from "zod";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { changeable } from "../domain/organisation-change.js";
import type { Organisation } from "../domain/organisation.js";
import type { OrganisationRepository } from "../ports/organisation-repository.port.js";
import { loadOrganisation, storeChange } from "./organisation.subject.js";

export const renameOrganisationInput = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(200),
  acronym: z.string().trim().min(1).max(30).nullish(),
  effectiveOn: z.coerce.date().nullish().describe("Today when absent."),
  reason: z.string().trim().min(3).max(500),
});
export type RenameOrganisationInput = z.output<typeof renameOrganisationInput>;

/** An organisation is called otherwise from a day on; what it was called before is kept. */
export const renameOrganisation = (
  organisations: OrganisationRepository,
): UseCase<RenameOrganisationInput, Organisation, Organisation> => ({
  name: "tenancy.rename-organisation",
  action: "manage",
  input: zodSchema(renameOrganisationInput),
  load: (ctx, { id }) => loadOrganisation(organisations, ctx, id),
  async handle(ctx, { name, acronym, effectiveOn, reason }, before) {
    const effective = effectiveOn ?? ctx.clock.now();
    const open = changeable(before, effective, ctx.clock.now());
    if (!open.ok) return open;
    const after = { ...before, name, acronym: acronym ?? null };
    return storeChange(organisations, ctx, after, effective, { from: before.name, to: name, reason });
  },
});
