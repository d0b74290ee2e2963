import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, Subject } from "../../kernel/use-case.js";
import type { Organisation } from "../domain/organisation.js";
import type { OrganisationRepository, SaveOutcome } from "../ports/organisation-repository.port.js";

export async function loadOrganisation(
  organisations: OrganisationRepository,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: Organisation }>> {
  const loaded = await organisations.find(ctx, id);
  if (loaded === null) return refuse(notFound("organisation", id));
  return ok({ subject: { name: "Organisation", id, organisationId: id }, loaded });
}

/** The refusal of a write that the tree does not bear. */
export function stands(outcome: SaveOutcome): Result<true> {
  switch (outcome) {
    case "saved":
      return ok(true);
    case "cycle":
      return refuse(conflict("organisation.cycle", "An organisation cannot stand below itself."));
    case "succession_cycle":
      return refuse(conflict("organisation.succession_cycle", "An organisation cannot succeed to itself."));
  }
}

/** Stores a change of an organisation with the event that tells it, before and after. */
export async function storeChange(
  organisations: OrganisationRepository,
  ctx: Context,
  after: Organisation,
  effective: Date,
  data: Readonly<Record<string, unknown>>,
): Promise<Result<Done<Organisation>>> {
  const stored = stands(await organisations.save(ctx, after, effective));
  if (!stored.ok) return stored;
  const told = { ...data, effectiveOn: effective.toISOString() };
  return ok({
    value: after,
    event: { organisationId: after.id, subjectType: "Organisation", subjectId: after.id, data: told },
  });
}
