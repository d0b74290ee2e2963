import { Field } from "./Field";

interface Props {
  readonly frame: { readonly id: string; readonly label: string };
  readonly value: string;
  /** What is chosen, and its words. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** One of a closed list, outside of a form: what a list is narrowed to, or what is added to a grid. */
export function ChoiceField({ frame, value, options, onChange }: Props) {
  return (
    <Field {...frame}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
