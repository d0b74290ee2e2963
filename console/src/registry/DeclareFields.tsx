import { useTranslate } from "react-admin";
import type { DecisionRole, ServiceClass } from "../generated/operations";
import { Field, FieldError } from "../parts/Field";
import { useOwnBodies } from "../parts/bodies/use-own-bodies";
import type { DeclareField, DeclareForm } from "./declare-form";

const LABELS = ["public", "internal", "personal", "special_category", "health", "secret_pro", "sren31", "dr"] as const;
const CLASSES: readonly ServiceClass[] = ["INTERACTIVE", "STANDARD", "BATCH"];
const ROLES: readonly DecisionRole[] = ["NONE", "ASSIST", "PREPARE", "DECIDE_WITH_VALIDATION", "AUTONOMOUS"];

interface Props {
  readonly form: DeclareForm;
  readonly wrong: readonly DeclareField[];
  readonly onChange: (change: Partial<DeclareForm>) => void;
}

export function DeclareFields({ form, wrong, onChange }: Props) {
  const t = useTranslate();
  const field = (name: DeclareField) => ({
    id: name,
    label: t(`registry.declare.field.${name}`),
    hint: t(`registry.declare.hint.${name}`),
    error: wrong.includes(name) ? t(`registry.declare.error.${name}`) : undefined,
  });
  return (
    <>
      <Field {...field("name")}>
        {(attributes) => (
          <input {...attributes} value={form.name} onChange={(event) => onChange({ name: event.target.value })} />
        )}
      </Field>
      <Field {...field("description")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            value={form.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <OrganisationField field={field("organisationId")} form={form} onChange={onChange} />
      <LabelsField field={field("labels")} form={form} onChange={onChange} />
      <div className="two-fields">
        <Field {...field("serviceClass")}>
          {(attributes) => (
            <select
              {...attributes}
              value={form.serviceClass}
              onChange={(event) => onChange({ serviceClass: event.target.value as ServiceClass })}
            >
              {CLASSES.map((one) => (
                <option key={one} value={one}>
                  {t(`serviceClass.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field {...field("maxOutputTokens")} unit="tokens">
          {(attributes) => (
            <input
              {...attributes}
              inputMode="numeric"
              value={form.maxOutputTokens}
              onChange={(event) => onChange({ maxOutputTokens: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field {...field("decisionRole")}>
        {(attributes) => (
          <select
            {...attributes}
            value={form.decisionRole}
            onChange={(event) => onChange({ decisionRole: event.target.value as DecisionRole })}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`decisionRole.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field {...field("ownerEmail")}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            autoComplete="email"
            value={form.ownerEmail}
            onChange={(event) => onChange({ ownerEmail: event.target.value })}
          />
        )}
      </Field>
      <Field {...field("processingRecord")}>
        {(attributes) => (
          <input
            {...attributes}
            value={form.processingRecord}
            onChange={(event) => onChange({ processingRecord: event.target.value })}
          />
        )}
      </Field>
      <Field {...field("oversight")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            value={form.oversight}
            onChange={(event) => onChange({ oversight: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface FieldProps {
  readonly field: {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly error: string | undefined;
  };
  readonly form: DeclareForm;
  readonly onChange: (change: Partial<DeclareForm>) => void;
}

function OrganisationField({ field, form, onChange }: FieldProps) {
  const t = useTranslate();
  const inScope = useOwnBodies();
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          value={form.organisationId}
          onChange={(event) => onChange({ organisationId: event.target.value })}
        >
          <option value="">{t("form.choose")}</option>
          {inScope.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function LabelsField({ field, form, onChange }: FieldProps) {
  const t = useTranslate();
  const toggle = (label: string, checked: boolean) =>
    onChange({ labels: checked ? [...form.labels, label] : form.labels.filter((one) => one !== label) });
  return (
    <fieldset
      className={field.error === undefined ? "field" : "field wrong"}
      aria-describedby={`${field.id}-hint${field.error === undefined ? "" : ` ${field.id}-error`}`}
    >
      <legend>{field.label}</legend>
      <p className="hint" id={`${field.id}-hint`}>
        {field.hint}
      </p>
      <FieldError id={field.id} error={field.error} />
      <div className="options-grid">
        {LABELS.map((label, index) => (
          <label key={label} className="option">
            <input
              type="checkbox"
              id={index === 0 ? field.id : undefined}
              checked={form.labels.includes(label)}
              onChange={(event) => toggle(label, event.target.checked)}
            />
            {t(`label.${label}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
