import { OctagonX } from "lucide-react";
import type { ReactNode } from "react";

export interface FieldAttributes {
  readonly id: string;
  readonly className: "input";
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** Glued to the field's right. */
  readonly unit?: string;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** Label above, hint, error, field. */
export function Field({ id, label, hint, error, unit, children }: Props) {
  const describedBy = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`]
    .filter((part) => part !== null)
    .join(" ");
  const control = children({
    id,
    className: "input",
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": error === undefined ? undefined : true,
  });
  return (
    <div className={error === undefined ? "field" : "field wrong"}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {unit === undefined ? (
        control
      ) : (
        <span className="with-unit">
          {control}
          <span>{unit}</span>
        </span>
      )}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <OctagonX className="icon-small" aria-hidden="true" />
      {error}
    </p>
  );
}
