import { useLocaleState, useTranslate } from "react-admin";
import type { TemplateRow } from "../generated/operations";
import { Field, type FieldAttributes } from "../parts/Field";
import { ruleOf } from "./need-form";

interface Props {
  readonly field: TemplateRow;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

/** One field as the campaign's template describes it: its words, its bounds, its choices. */
export function TemplateFieldInput({ field, value, wrong, onChange }: Props) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const language = locale === "en" ? "en" : "fr";
  const hint = [field.help[language], field.required ? "" : t("campaigns.optional")].filter(Boolean).join(". ");
  return (
    <Field
      id={`cell-${field.key}`}
      label={field.header[language]}
      hint={hint === "" ? undefined : hint}
      unit={field.unit ?? undefined}
      error={wrong ? t("campaigns.wrong.cell", { field: field.header[language] }) : undefined}
    >
      {(attributes) => <Control {...{ field, value, onChange, attributes, language }} />}
    </Field>
  );
}

interface ControlProps {
  readonly field: TemplateRow;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly attributes: FieldAttributes;
  readonly language: "fr" | "en";
}

function Control({ field, value, onChange, attributes, language }: ControlProps) {
  const rule = ruleOf(field);
  const shared = { ...attributes, value, required: field.required };
  if (rule.kind === "choice") {
    return (
      <select {...shared} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {Object.entries(rule.choices ?? {}).map(([key, words]) => (
          <option key={key} value={key}>
            {words[language]}
          </option>
        ))}
      </select>
    );
  }
  if (rule.kind === "text" && (rule.maxLength ?? 0) > 500) {
    return <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
  }
  const numeric = rule.kind === "integer" || rule.kind === "decimal";
  return (
    <input
      {...shared}
      type={rule.kind === "date" ? "date" : "text"}
      inputMode={numeric ? "decimal" : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
