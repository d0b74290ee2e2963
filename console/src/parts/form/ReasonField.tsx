import { useTranslate } from "react-admin";
import { Field } from "../Field";

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
}

/** The reason of a governance act; the journal keeps it. */
export function ReasonField({ id, value, onChange, error }: Props) {
  const t = useTranslate();
  return (
    <Field id={id} label={t("form.field.reason")} hint={t("form.hint.reason")} error={error}>
      {(attributes) => (
        <textarea {...attributes} rows={3} required value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** A reason of at least three characters, as the server asks. */
export const reasonIsEnough = (reason: string): boolean => reason.trim().length >= 3;
