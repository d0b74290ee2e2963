import { Field } from "./Field";

interface Frame {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

interface TextProps {
  readonly frame: Frame;
  readonly value: string;
  readonly type?: string;
  readonly unit?: string;
  readonly onChange: (value: string) => void;
}

/** One line of text, a day or a figure, in its frame. */
export function TextField({ frame, value, type = "text", unit, onChange }: TextProps) {
  return (
    <Field {...frame} unit={unit}>
      {(attributes) => (
        <input {...attributes} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly frame: Frame;
  readonly value: string;
  /** What is chosen, and its words. */
  readonly options: readonly (readonly [string, string])[];
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a closed list, in its frame. */
export function ChoiceField({ frame, value, options, disabled = false, onChange }: ChoiceProps) {
  return (
    <Field {...frame}>
      {(attributes) => (
        <select {...attributes} disabled={disabled} value={value} onChange={(event) => onChange(event.target.value)}>
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
