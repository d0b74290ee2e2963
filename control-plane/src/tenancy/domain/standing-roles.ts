import type { Membership } from "./membership.js";
import type { Organisation } from "./organisation.js";
import { sirenOf } from "./siren.js";

/** A countersigned role with the employer of who holds it. */
export interface HeldRole {
  readonly membership: Pick<Membership, "id" | "organisationId">;
  /** Null before the first sign-in. */
  readonly employerId: string | null;
}

type Node = Pick<Organisation, "id" | "parentId" | "siren" | "siret">;

/**
 * How the tree bears on countersigned roles: a role counts while the employer stands on the line of its organisation, so
 * that who moves organisations could end it, or make it begin. Trees of equal standing treat all of them alike.
 * @param tree what exists; a role held in a closed organisation, or by people of one, does not stand
 */
export function standingOf(tree: readonly Node[], roles: readonly HeldRole[]): ReadonlySet<string> {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const pathOf = (id: string | null, path: readonly string[] = []): readonly string[] => {
    const node = id === null ? undefined : byId.get(id);
    return node === undefined || path.includes(node.id) ? path : pathOf(node.parentId, [...path, node.id]);
  };
  const counts = (employer: string, organisation: string): boolean =>
    pathOf(employer).includes(organisation) || pathOf(organisation).includes(employer);
  return new Set(
    roles.flatMap(({ membership: { id, organisationId }, employerId }) => {
      const employer = employerId === null ? undefined : byId.get(employerId);
      const place = byId.has(organisationId) ? [`${id} stands`] : [];
      if (employer === undefined) return place;
      // The next sign-in may find another organisation of the employer's legal unit, which changes whether the role counts.
      const counted = counts(employer.id, organisationId);
      const unlike = tree.filter((node) => sameUnit(node, employer) && counts(node.id, organisationId) !== counted);
      return [...place, ...(counted ? [`${id} counts`] : []), ...unlike.map((node) => `${id} differs in ${node.id}`)];
    }),
  );
}

const unitOf = ({ siren, siret }: Node): string | null => siren ?? (siret === null ? null : sirenOf(siret));
const sameUnit = (left: Node, right: Node): boolean => unitOf(left) !== null && unitOf(left) === unitOf(right);

/** True when the second tree bears on these roles as the first does. */
export function standAlike(before: readonly Node[], after: readonly Node[], roles: readonly HeldRole[]): boolean {
  const [was, is] = [standingOf(before, roles), standingOf(after, roles)];
  return was.size === is.size && [...was].every((each) => is.has(each));
}
