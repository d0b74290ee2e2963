import { useEffect, useRef } from "react";
import type { RefusalAnswer } from "../../providers/refusal";
import { fieldId } from "./FieldInput";

/** What holds all of a field that has several places to type in. */
export const wholeId = (id: string): string => `${id}-whole`;

/** Puts the focus on a field: where it has several places to type in, on the first that is wrong. */
export function focusField(id: string): void {
  const whole = document.getElementById(wholeId(id));
  const target =
    whole?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    document.getElementById(id) ??
    whole?.querySelector<HTMLElement>("input, select, textarea, button");
  target?.focus();
}

/** After each attempt, and once the server refused, the first field that something is said of has the focus. */
export function useFocusWrong<Name extends string>(
  words: string,
  attempt: number,
  errors: ReadonlyMap<Name, string>,
  refusal: RefusalAnswer | null,
): void {
  // A field that is corrected sends nobody to the next one: an attempt or an answer does.
  const first = useRef<Name | undefined>(undefined);
  useEffect(() => {
    [first.current] = errors.keys();
  });
  useEffect(() => {
    if (attempt > 0 && first.current !== undefined) focusField(fieldId(words, first.current));
  }, [words, attempt, refusal]);
}
