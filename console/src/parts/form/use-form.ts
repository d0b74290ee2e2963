import { useForm as useHookForm, useWatch } from "react-hook-form";
import { type FieldSpec, type FormValues, type Problem, problemsIn } from "./field-spec";

/** The fields of a form; those that depend on what is typed are a function of it. */
export type Specs<Name extends string> =
  readonly FieldSpec<Name>[] | ((values: FormValues<Name>) => readonly FieldSpec<Name>[]);

export interface FormRules<Name extends string> {
  readonly specs: Specs<Name>;
  readonly initial?: Partial<FormValues<Name>>;
  /** Fields that are wrong beside the others, each being right alone; the dictionary has `error.<name>`. */
  readonly wrong?: (values: FormValues<Name>) => readonly Name[];
  /** What else is written when that is typed. */
  readonly follows?: (name: Name, value: string, values: FormValues<Name>) => Partial<FormValues<Name>>;
}

export interface Form<Name extends string> {
  /** The fields that the form has now. */
  readonly specs: readonly FieldSpec<Name>[];
  readonly values: FormValues<Name>;
  /** What is wrong, once somebody tried to send it. */
  readonly problems: ReadonlyMap<Name, Problem>;
  /** How often it was tried. */
  readonly attempt: number;
  /** Something is typed that is not sent. */
  readonly dirty: boolean;
  put(name: Name, value: string): void;
  /** Writes several values at once. */
  putAll(values: Partial<FormValues<Name>>): void;
  /** As it was before anything was typed. */
  clear(): void;
  /** Tries: sends what is typed, once nothing of it is wrong. */
  submit(send: (values: FormValues<Name>) => Promise<void>): Promise<void>;
}

/** A form's values as typed; problems show from the first attempt on and go as they are corrected. */
export function useForm<Name extends string>({ specs, initial = {}, wrong, follows }: FormRules<Name>): Form<Name> {
  const specsFor = (values: FormValues<Name>) => (typeof specs === "function" ? specs(values) : specs);
  // What is not typed yet is empty, also in fields that come later.
  const whole = (typed: Partial<FormValues<Name>>): FormValues<Name> => {
    const names = specsFor(typed as FormValues<Name>).map(({ name }) => [name, ""]);
    return { ...(Object.fromEntries(names) as FormValues<Name>), ...typed };
  };
  const problemsOf = (values: FormValues<Name>) => allProblems(specsFor(values), values, wrong);
  const form = useHookForm<Record<string, string>>({
    defaultValues: whole(initial),
    shouldFocusError: false,
    resolver: (typed) => {
      const found = [...problemsOf(whole(typed as FormValues<Name>))];
      if (found.length === 0) return { values: typed, errors: {} };
      return { values: {}, errors: Object.fromEntries(found.map(([name, type]) => [name, { type }])) };
    },
  });
  const { control, formState, handleSubmit } = form;
  const values = whole(useWatch({ control }) as FormValues<Name>);
  const { submitCount: attempt, isDirty: dirty } = formState;
  const write = (name: string, value: string) => form.setValue(name, value, { shouldDirty: true });
  const putAll = (part: Partial<FormValues<Name>>) => {
    for (const [name, value] of Object.entries<string | undefined>(part)) write(name, value ?? "");
  };
  return {
    specs: specsFor(values),
    values,
    attempt,
    dirty,
    problems: attempt === 0 ? new Map<Name, Problem>() : problemsOf(values),
    put: (name, value) => {
      write(name, value);
      if (follows !== undefined) putAll(follows(name, value, values));
    },
    putAll,
    clear: () => form.reset(),
    submit: (send) => handleSubmit((typed) => send(whole(typed as FormValues<Name>)))(),
  };
}

/** Fields wrong alone, then those wrong beside the others, in the order of the form. */
export function allProblems<Name extends string>(
  specs: readonly FieldSpec<Name>[],
  values: FormValues<Name>,
  wrong: FormRules<Name>["wrong"],
): ReadonlyMap<Name, Problem> {
  const alone = problemsIn(specs, values);
  const together = new Set(wrong?.(values) ?? []);
  const found = specs.flatMap(({ name }): readonly (readonly [Name, Problem])[] => {
    const problem = alone.get(name) ?? (together.has(name) ? "together" : undefined);
    return problem === undefined ? [] : [[name, problem]];
  });
  return new Map(found);
}
