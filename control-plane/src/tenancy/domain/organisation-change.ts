import { invalidInput, conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { existsAt, type Organisation } from "./organisation.js";

/** What an organisation was called and where it stood, until a change: from inclusive, to exclusive. */
export type PastOrganisation = Pick<
  Organisation,
  "slug" | "name" | "acronym" | "kind" | "parentId" | "siren" | "siret"
> & {
  readonly organisationId: string;
  readonly since: Date;
  readonly until: Date;
};

/** The organisation as it was at that time; the present one when nothing has changed since. */
export function asItWas(organisation: Organisation, past: readonly PastOrganisation[], at: Date): Organisation {
  const then = past.find((each) => each.organisationId === organisation.id && each.since <= at && at < each.until);
  if (then === undefined) return organisation;
  const { slug, name, acronym, kind, parentId, siren, siret } = then;
  return { ...organisation, slug, name, acronym, kind, parentId, siren, siret };
}

/** Parents before children, then by name: as the tree stands among these organisations alone. */
export function byDepthAndName(organisations: readonly Organisation[]): readonly Organisation[] {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const depthOf = (organisation: Organisation, below = 0): number => {
    const parent = organisation.parentId === null ? undefined : byId.get(organisation.parentId);
    return parent === undefined || below > organisations.length ? below : depthOf(parent, below + 1);
  };
  const depth = new Map(organisations.map((organisation) => [organisation.id, depthOf(organisation)]));
  return organisations.toSorted(
    (a, b) => (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0) || a.name.localeCompare(b.name, "fr"),
  );
}

/** A change holds from a day that has come, on an organisation that exists then. */
export function changeable(organisation: Organisation, effectiveOn: Date, now: Date): Result<true> {
  if (effectiveOn > now)
    return refuse(invalidInput([{ path: "effectiveOn", message: "A change is recorded once it holds." }]));
  if (existsAt(organisation, effectiveOn)) return ok(true);
  return refuse(conflict("organisation.closed", "The organisation does not exist at that time."));
}

/** Closed in favour of its successor, below which it stands with all that it owned. */
export const merged = (organisation: Organisation, into: Organisation, at: Date): Organisation => ({
  ...organisation,
  validTo: at,
  successorId: into.id,
  parentId: into.id,
});

/** What exists once an organisation has closed in favour of another. */
export const withoutMerged = (tree: readonly Organisation[], id: string, intoId: string): readonly Organisation[] =>
  tree
    .filter((each) => each.id !== id)
    .map((each) => (each.parentId === id && each.id !== intoId ? { ...each, parentId: intoId } : each));
