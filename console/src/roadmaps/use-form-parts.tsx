import { type ReactNode, useId } from "react";
import { useTranslate } from "react-admin";
import { Field } from "../parts/Field";
import { ChoiceField, TextField } from "../parts/FormFields";

type Options = readonly (readonly [string, string])[];

interface FormParts<Name extends string> {
  readonly text: (name: Name, more?: { readonly type?: string; readonly unit?: string }) => ReactNode;
  /** A figure: a keyboard of digits where there is one. */
  readonly figure: (name: Name, unit?: string) => ReactNode;
  readonly area: (name: Name) => ReactNode;
  readonly choice: (name: Name, options: Options, disabled?: boolean) => ReactNode;
  readonly check: (name: Name) => ReactNode;
}

interface Source<Form> {
  /** Where the words are: `<words>Field.<name>`, `<words>Hint.<name>` if any, `<words>Error.<name>`. */
  readonly words: string;
  readonly form: Form;
  readonly wrong: readonly (keyof Form)[];
  readonly onChange: (part: Partial<Form>) => void;
}

/** The fields of a form by name, each with its label, its hint and its error from one place of the dictionary. */
export function useFormParts<Form extends object>(source: Source<Form>): FormParts<keyof Form & string> {
  type Name = keyof Form & string;
  const { words, form, wrong, onChange } = source;
  const t = useTranslate();
  const id = useId();
  const frame = (name: Name) => ({
    id: `${id}-${name}`,
    label: t(`${words}Field.${name}`),
    hint: t(`${words}Hint.${name}`, { _: "" }) || undefined,
    error: wrong.includes(name) ? t(`${words}Error.${name}`) : undefined,
  });
  const put = (name: Name) => (value: string | boolean) => onChange({ [name]: value } as unknown as Partial<Form>);
  const typed = (name: Name): string => String(form[name]);
  return {
    text: (name, more = {}) => <TextField frame={frame(name)} value={typed(name)} onChange={put(name)} {...more} />,
    figure: (name, unit) => (
      <Field {...frame(name)} unit={unit}>
        {(attributes) => (
          <input
            {...attributes}
            inputMode="numeric"
            value={typed(name)}
            onChange={(event) => put(name)(event.target.value)}
          />
        )}
      </Field>
    ),
    area: (name) => (
      <Field {...frame(name)}>
        {(attributes) => (
          <textarea {...attributes} rows={2} value={typed(name)} onChange={(event) => put(name)(event.target.value)} />
        )}
      </Field>
    ),
    choice: (name, options, disabled) => (
      <ChoiceField frame={frame(name)} value={typed(name)} options={options} disabled={disabled} onChange={put(name)} />
    ),
    check: (name) => (
      <label className="option">
        <input type="checkbox" checked={form[name] === true} onChange={(event) => put(name)(event.target.checked)} />
        {frame(name).label}
      </label>
    ),
  };
}
