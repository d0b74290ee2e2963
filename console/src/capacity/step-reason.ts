import type { SubmissionStepRow } from "../generated/operations";
import { codeKey } from "../providers/refusal";

type Words = (key: string, options?: Readonly<Record<string, string>>) => string;

/** Asked for in the step's own dialog, so that it does not close the step beforehand. */
const GIVEN_WITH_THE_STEP = ["submission.reason", "declaration.not_over_committed"];

/** Why this person cannot take the step now, and what would open it; undefined when they can. */
export function closedBecause(option: SubmissionStepRow, t: Words): string | undefined {
  const unmet = option.conditions.filter(({ code, met }) => !met && !GIVEN_WITH_THE_STEP.includes(code));
  const conditions = unmet.map(({ code, message }) => t(`condition.${codeKey(code)}`, { _: message }));
  const code = option.reasonCode;
  if (option.allowed && conditions.length === 0) return undefined;
  if (conditions.length > 0) return `${conditions.join(". ")}.`;
  const givenWithIt = option.conditions.some(({ met }) => !met);
  if (givenWithIt && (code === null || GIVEN_WITH_THE_STEP.includes(code))) return undefined;
  return code === null ? undefined : `${t(`code.${codeKey(code)}`, { _: option.reason ?? code })}.`;
}
