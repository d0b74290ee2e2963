import { useForm as useHookForm, useWatch } from "react-hook-form";
import { type FieldSpec, type FormValues, type Problem, problemsIn } from "./field-spec";

export interface Form<Name extends string> {
  readonly values: FormValues<Name>;
  /** What is wrong, once somebody tried to send it. */
  readonly problems: ReadonlyMap<Name, Problem>;
  /** How often it was tried. */
  readonly attempt: number;
  /** Something is typed that is not sent. */
  readonly dirty: boolean;
  put(name: Name, value: string): void;
  /** Tries: sends what is typed, or names the first field that is wrong. */
  submit(send: (values: FormValues<Name>) => Promise<void>, wrong: (first: Name) => void): Promise<void>;
}

/** A form's values as typed; problems show from the first attempt on and go as they are corrected. */
export function useForm<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  initial: Partial<FormValues<Name>> = {},
): Form<Name> {
  const defaultValues: Record<string, string> = {
    ...Object.fromEntries(specs.map((spec) => [spec.name, ""])),
    ...initial,
  };
  const form = useHookForm<Record<string, string>>({
    defaultValues,
    shouldFocusError: false,
    resolver: (typed) => {
      const found = [...problemsIn(specs, typed as FormValues<Name>)];
      if (found.length === 0) return { values: typed, errors: {} };
      return { values: {}, errors: Object.fromEntries(found.map(([name, type]) => [name, { type }])) };
    },
  });
  const { control, formState, handleSubmit } = form;
  const values = { ...defaultValues, ...useWatch({ control }) } as FormValues<Name>;
  const { submitCount: attempt, isDirty: dirty } = formState;
  return {
    values,
    attempt,
    dirty,
    problems: attempt === 0 ? new Map<Name, Problem>() : problemsIn(specs, values),
    put: (name: string, value) => form.setValue(name, value, { shouldDirty: true }),
    submit: (send, wrong) =>
      handleSubmit(
        (typed) => send(typed as FormValues<Name>),
        () => {
          const [first] = problemsIn(specs, values).keys();
          if (first !== undefined) wrong(first);
        },
      )(),
  };
}
