import type { useTranslate } from "react-admin";
import { codeKey, type RefusalAnswer } from "../providers/refusal";

type Translate = ReturnType<typeof useTranslate>;
type Issue = NonNullable<RefusalAnswer["issues"]>[number];

/** What the server's checks of shape say, and the problem of a form that says the same in the reader's language. */
const SHAPES: readonly (readonly [said: RegExp, problem: string])[] = [
  [/^Too small: expected string to have >=1 characters$/u, "missing"],
  [/^Too small: expected string to have >=(?<bound>\d+) characters$/u, "short"],
  [/^Too big: expected string to have <=(?<bound>\d+) characters$/u, "long"],
  [/^Too small: expected (?:number|int) to be >=(?<bound>-?[\d.]+)$/u, "low"],
  [/^Too big: expected (?:number|int) to be <=(?<bound>-?[\d.]+)$/u, "high"],
  [/^Invalid input: expected int,/u, "whole"],
  [/^Invalid input: expected number,/u, "number"],
  [/^Invalid input: expected string,/u, "missing"],
  [/^Invalid option:/u, "choose"],
  [/^Invalid URL$/u, "url"],
  [/^Invalid (?:string|email|ISO)/u, "form"],
];

function shapeWords(t: Translate, message: string): string | null {
  for (const [said, problem] of SHAPES) {
    const found = said.exec(message);
    const bound = found?.groups?.["bound"] ?? "";
    if (found !== null) return t(`form.problem.${problem}`, { min: bound, max: bound });
  }
  return null;
}

/** What the server says of one field, at that field: in the reader's language where the dictionary has it, else its own words. */
export const issueWords = (t: Translate, { path, message }: Issue): string =>
  shapeWords(t, message) ?? t(`issue.${codeKey(path)}`, { _: message });

/** The same where no field stands beside it: names the field first. */
export function namedIssue(t: Translate, issue: Issue): string {
  const key = codeKey(issue.path);
  const shape = shapeWords(t, issue.message);
  const problem = shape ?? issue.message;
  const named = t("form.issue", { field: t(`issueField.${key}`, { _: issue.path }), problem });
  return shape === null ? t(`issue.${key}`, { _: named }) : named;
}
