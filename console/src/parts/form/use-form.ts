import { useState } from "react";
import { type FieldSpec, type FormValues, type Problem, problemsIn } from "./field-spec";

export interface Form<Name extends string> {
  readonly values: FormValues<Name>;
  /** What is wrong, once somebody tried to send it. */
  readonly problems: ReadonlyMap<Name, Problem>;
  /** How often it was tried. */
  readonly attempt: number;
  put(name: Name, value: string): void;
  /** Tries: the first field that is wrong, or null when it can be sent. */
  tryIt(): Name | null;
}

/** A form's values as typed; problems show from the first attempt on and go as they are corrected. */
export function useForm<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  initial: Partial<FormValues<Name>> = {},
): Form<Name> {
  const [values, setValues] = useState<FormValues<Name>>(() => {
    const empty = Object.fromEntries(specs.map((spec) => [spec.name, ""]));
    return { ...(empty as FormValues<Name>), ...initial };
  });
  const [attempt, setAttempt] = useState(0);
  const problems = attempt === 0 ? new Map<Name, Problem>() : problemsIn(specs, values);
  return {
    values,
    problems,
    attempt,
    put: (name, value) => setValues((before) => ({ ...before, [name]: value })),
    tryIt: () => {
      setAttempt((before) => before + 1);
      return [...problemsIn(specs, values).keys()][0] ?? null;
    },
  };
}
