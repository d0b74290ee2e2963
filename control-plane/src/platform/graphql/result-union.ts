import { createUnionType } from "@nestjs/graphql";
import type { Refusal } from "../../kernel/refusal.js";
import type { Result } from "../../kernel/result.js";
import { refusalClass, refusalMember, RefusalType } from "./refusal.types.js";

const ALL: readonly Refusal["kind"][] = ["InvalidInput", "Forbidden", "NotFound", "Conflict", "GuardRefusal"];

/**
 * Union of an operation's success with the refusals it can answer.
 * @param name GraphQL name, e.g. `UseCaseResult`
 * @param success the object type's class
 * @param refusals kinds that the operation can return; all by default
 */
export const resultUnion = <Success extends object>(
  name: string,
  success: new () => Success,
  refusals: readonly Refusal["kind"][] = ALL,
): Success | RefusalType =>
  createUnionType<readonly (new () => Success | RefusalType)[]>({
    name,
    types: () => [success, ...refusals.map(refusalClass)],
    resolveType: (value: object) => (value instanceof RefusalType ? refusalTypeOf(value) : success),
  });

const refusalTypeOf = (refusal: RefusalType): new () => RefusalType => refusal.constructor as new () => RefusalType;

/** What a resolver of such a union returns: the mapped success, or the refusal's own type. */
export const unionMember = <T, View>(result: Result<T>, view: (value: T) => View): View | RefusalType =>
  result.ok ? view(result.value) : refusalMember(result.refusal);
