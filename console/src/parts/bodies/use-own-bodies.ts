import { Organisations, type OrganisationsData } from "../../generated/operations";
import { useOperation } from "../../providers/use-operation";
import { usePerson } from "../../providers/use-person";

type Body = OrganisationsData["organisations"][number];

/** The organisations that this person speaks for: those of their roles, and all below. */
export function useOwnBodies(): readonly Body[] {
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  const own = usePerson()?.memberships.map((membership) => membership.organisation.id) ?? [];
  return organisations.filter((one) => isUnder(one.id, own, organisations));
}

/** The same, as the choices of a field. */
export const useBodyChoices = (): readonly (readonly [string, string])[] =>
  useOwnBodies().map((body) => [body.id, body.name] as const);

/** Is the organisation one of `roots`, or below one of them? */
function isUnder(
  id: string,
  roots: readonly string[],
  organisations: readonly { readonly id: string; readonly parentId: string | null }[],
): boolean {
  const parents = new Map(organisations.map((one) => [one.id, one.parentId]));
  for (let at: string | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) {
    if (roots.includes(at)) return true;
  }
  return false;
}
