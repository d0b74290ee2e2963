import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { ChoiceField, TextField } from "../parts/FormFields";
import {
  CRITICALITIES,
  DEPLOYMENTS,
  DOMAINS,
  MARKS,
  TARGETS,
  type DependencyField,
  type DependencyForm,
} from "./dependency-form";

interface Props {
  readonly form: DependencyForm;
  readonly wrong: readonly DependencyField[];
  readonly onChange: (part: Partial<DependencyForm>) => void;
}

type WrittenField = Exclude<DependencyField, "essential">;

/** The fields of one line of the inventory, each with its bound beside it. */
export function DependencyFields({ form, wrong, onChange }: Props) {
  const t = useTranslate();
  const frame = (name: DependencyField) => ({
    id: `dependency-${name}`,
    label: t(`roadmaps.field.${name}`),
    error: wrong.includes(name) ? t(`roadmaps.error.${name}`) : undefined,
  });
  const text = (name: WrittenField, type = "text", unit?: string): ReactNode => (
    <TextField
      frame={frame(name)}
      value={form[name]}
      type={type}
      unit={unit}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const choice = (name: WrittenField, options: readonly (readonly [string, string])[]): ReactNode => (
    <ChoiceField
      frame={frame(name)}
      value={form[name]}
      options={options}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const words = (values: readonly string[], key: string) => values.map((one) => [one, t(`${key}.${one}`)] as const);
  const marks = [["", t("roadmaps.unscored")] as const, ...MARKS.map((mark) => [mark, mark] as const)];
  return (
    <div>
      <div className="two-fields">
        {text("product")}
        {text("vendor")}
        {choice("domain", words(DOMAINS, "dependencyDomain"))}
        {text("vendorCountry")}
        {text("annualCostEuros", "text", "€")}
        {choice("deployment", words(DEPLOYMENTS, "dependencyDeployment"))}
        {text("renewalDate", "date")}
        {text("noticeDate", "date")}
        {choice("criticality", words(CRITICALITIES, "dependencyCriticality"))}
        {choice("target", [["", t("roadmaps.noTarget")], ...words(TARGETS, "dependencyTarget")])}
        {choice("immunity", marks)}
        {choice("substitutability", marks)}
        {choice("control", marks)}
        {text("targetProduct")}
      </div>
      {text("lockIn")}
      <label className="check">
        <input
          type="checkbox"
          checked={form.essential}
          onChange={(event) => onChange({ essential: event.target.checked })}
        />
        {t("roadmaps.field.essential")}
      </label>
    </div>
  );
}
