import type { PersonActor } from "../../kernel/actor.js";
import { reachesWholeTree } from "../../kernel/reach.js";
import type { Forbidden } from "../../kernel/refusal.js";
import type { Action, Subject } from "../../kernel/use-case.js";
import { grantsFor, isGrantedBy, type Grant, type GrantCondition } from "./role-matrix.js";

interface Missing {
  readonly code: string;
  readonly message: string;
}

const BY_CONDITION: Readonly<Record<GrantCondition, Missing>> = {
  "not-own-declaration": {
    code: "declaration.own",
    message: "somebody other than the person who declared this version must do it",
  },
  "not-own-request": {
    code: "request.own",
    message: "somebody other than the person who asked for it must do it",
  },
  "not-own-organisation": { code: "organisation.own", message: "nobody grants to the organisation they belong to" },
  "not-contractor": { code: "contractor.refused", message: "a contractor may not do it" },
  mfa: { code: "mfa.required", message: "sign in with a second factor" },
  technical: { code: "topic.not_technical", message: "the compliance cell answers what is about law or ethics" },
  published: { code: "state.not_published", message: "it is not published" },
};

/** What keeps this grant from applying, first things first; empty when it applies. */
export function missingFor(grant: Grant, actor: PersonActor, subject: Subject, path: readonly string[]): Missing[] {
  const held = actor.memberships.filter((membership) => isGrantedBy(grant, membership));
  if (held.length === 0) return [{ code: "role.missing", message: `the role ${grant.role} is needed` }];
  const reaches = reachesWholeTree(grant.role) || held.some((membership) => path.includes(membership.organisationId));
  const scope = {
    code: "organisation.out_of_scope",
    message: `the role ${grant.role} is held in another organisation`,
  };
  const unmet = grant.conditions.filter((condition) => !meets(condition, actor, subject, path));
  return [...(reaches ? [] : [scope]), ...unmet.map((condition) => BY_CONDITION[condition])];
}

function meets(condition: GrantCondition, actor: PersonActor, subject: Subject, path: readonly string[]): boolean {
  switch (condition) {
    case "mfa":
      return actor.mfa;
    case "not-contractor":
      return !actor.contractor;
    case "not-own-declaration":
    case "not-own-request":
      return subject.declaredBy !== actor.id;
    case "technical":
      return subject.kind === "technical";
    case "published":
      return subject.state === "published";
    case "not-own-organisation": {
      const own = new Set(actor.memberships.map((membership) => membership.organisationId));
      return !own.has(subject.organisationId) && !path.slice(0, -1).some((id) => own.has(id));
    }
  }
}

/** The refusal that says which role, organisation or condition is missing, by the grant that comes nearest. */
export function explainDenial(
  actor: PersonActor,
  action: Action,
  subject: Subject,
  path: readonly string[],
): Forbidden {
  const grants = grantsFor(action, subject.name);
  const gaps = grants.map((grant) => missingFor(grant, actor, subject, path));
  const nearest = gaps.filter((gap) => gap[0]?.code !== "role.missing").sort((a, b) => a.length - b.length)[0];
  const missing = nearest ?? [rolesMissing(grants)];
  return {
    kind: "Forbidden",
    code: missing[0]?.code ?? "role.missing",
    message: `You may not ${action} this ${subject.name}: ${missing.map((each) => each.message).join("; ")}.`,
    action,
    subject: subject.name,
  };
}

function rolesMissing(grants: readonly Grant[]): Missing {
  const roles = [...new Set(grants.map((grant) => grant.role))];
  const message = roles.length === 0 ? "no role allows it" : `it takes the role ${roles.join(" or ")}`;
  return { code: "role.missing", message };
}
