import type { Actor, PersonActor, Role } from "../../kernel/actor.js";
import { reachesWholeTree } from "../../kernel/reach.js";
import type { Action, SubjectName } from "../../kernel/use-case.js";
import { grantsFor, isGrantedBy, ROLE_MATRIX, type Grant } from "./role-matrix.js";

/** Conditions that depend on the person and session alone, not on what is acted on. */
const personMeets = (actor: PersonActor, grant: Grant): boolean =>
  grant.conditions.every((condition) => {
    switch (condition) {
      case "mfa":
        return actor.mfa;
      case "not-contractor":
        return !actor.contractor;
      case "not-own-declaration":
      case "not-own-request":
      case "not-own-organisation":
      case "technical":
      case "published":
        return true;
    }
  });

const grantsOf = (actor: PersonActor): readonly Grant[] =>
  ROLE_MATRIX.filter(
    (grant) => actor.memberships.some((held) => isGrantedBy(grant, held)) && personMeets(actor, grant),
  );

/** `action:subject` pairs that the actor holds somewhere; what they are held on is decided by the authoriser. */
export function abilitiesOf(actor: PersonActor): string[] {
  const pairs = grantsOf(actor).flatMap((grant) =>
    grant.actions.flatMap((action) => grant.subjects.map((subject) => `${action}:${subject}`)),
  );
  return [...new Set(pairs)].sort();
}

/** True when the actor holds this ability somewhere: for lists, whose rows are cut to its scope by the database. */
export const actorMay = (actor: Actor, action: Action, subject: SubjectName): boolean =>
  actor.kind === "system" ||
  grantsOf(actor).some((grant) => grant.actions.includes(action) && grant.subjects.includes(subject));

/** True when what the actor reads of this kind is what is published, nothing else: lists are cut to that state. */
export const readsPublishedOnly = (actor: Actor, subject: SubjectName): boolean =>
  actor.kind === "person" &&
  grantsOf(actor)
    .filter(({ actions, subjects }) => actions.includes("read") && subjects.includes(subject))
    .every(({ conditions }) => conditions.includes("published"));

/** Roles that may do this: those that reach the whole tree, and those that reach the body they are held in and below. */
export function rolesThatMay(
  action: Action,
  subject: SubjectName,
): { readonly state: readonly Role[]; readonly ministry: readonly Role[] } {
  const roles = [...new Set(grantsFor(action, subject).map(({ role }) => role))];
  return { state: roles.filter(reachesWholeTree), ministry: roles.filter((role) => !reachesWholeTree(role)) };
}
