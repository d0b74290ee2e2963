import { createMongoAbility, subject as tagged, type MongoAbility } from "@casl/ability";
import type { PersonActor } from "../../../kernel/actor.js";
import { reachesWholeTree } from "../../../kernel/reach.js";
import type { Action, Subject, SubjectName } from "../../../kernel/use-case.js";
import { isGrantedBy, ROLE_MATRIX, type Grant } from "../../domain/role-matrix.js";

/** What a rule's conditions are matched against. */
interface Facts {
  readonly organisationId: string;
  /** The organisation and what stands above it, up to the root. */
  readonly path: readonly string[];
  /** The same without the root, under which everything stands. */
  readonly pathBelowRoot: readonly string[];
  readonly declaredBy: string | null;
  readonly state: string | null;
  readonly kind: string | null;
}

/** casl would read our action `manage` as every action; no rule of ours means any. */
const NEVER = "(none)";

type Conditions = Readonly<Record<string, unknown>>;

/** casl's conditions for one grant held through one membership; null when person or session rule it out. */
function conditionsOf(grant: Grant, actor: PersonActor, organisationId: string): Conditions | null {
  const own = actor.memberships.map((membership) => membership.organisationId);
  const parts: Conditions[] = reachesWholeTree(grant.role) ? [] : [{ path: organisationId }];
  for (const condition of grant.conditions) {
    switch (condition) {
      case "mfa":
        if (!actor.mfa) return null;
        break;
      case "not-contractor":
        if (actor.contractor) return null;
        break;
      case "not-own-declaration":
      case "not-own-request":
        parts.push({ declaredBy: { $ne: actor.id } });
        break;
      case "technical":
        parts.push({ kind: "technical" });
        break;
      case "published":
        parts.push({ state: "published" });
        break;
      case "not-own-organisation":
        parts.push({ organisationId: { $nin: own } }, { pathBelowRoot: { $nin: own } });
        break;
    }
  }
  return Object.assign({}, ...parts) as Conditions;
}

/** The abilities of a person in this session, from the role matrix. */
export function abilityOf(actor: PersonActor, matrix: readonly Grant[] = ROLE_MATRIX): MongoAbility {
  const rules = actor.memberships.flatMap((membership) =>
    matrix
      .filter((grant) => isGrantedBy(grant, membership))
      .flatMap((grant) => {
        const conditions = conditionsOf(grant, actor, membership.organisationId);
        return conditions === null
          ? []
          : [{ action: [...grant.actions], subject: [...grant.subjects], conditions: { ...conditions } }];
      }),
  );
  return createMongoAbility(rules, { anyAction: NEVER, anySubjectType: NEVER });
}

/** @param path ids from the subject's organisation up to the root */
export function can(ability: MongoAbility, action: Action, subject: Subject, path: readonly string[]): boolean {
  const facts: Facts = {
    organisationId: subject.organisationId,
    path,
    pathBelowRoot: path.slice(0, -1),
    declaredBy: subject.declaredBy ?? null,
    state: subject.state ?? null,
    kind: subject.kind ?? null,
  };
  return ability.can(action, tagged<SubjectName, Facts & Record<PropertyKey, unknown>>(subject.name, { ...facts }));
}
