import { useTranslate } from "react-admin";
import type { FieldSpec } from "../../parts/form/field-spec";
import { FieldInput } from "../../parts/form/FieldInput";
import { RowsInput } from "../../parts/form/RowsInput";
import { Section } from "../../parts/Section";
import type { Sheet } from "../sheet";
import { type AmendValues, problemWith, rowsIn } from "./amend-form";
import { AMEND_SPECS, type AmendField, type AmendSpec, ROW_SPECS, SECTIONS } from "./dossier-fields";

interface Props {
  readonly values: AmendValues;
  readonly tried: boolean;
  readonly missing: Sheet["completeness"]["missing"];
  readonly onChange: (field: AmendField, value: string) => void;
}

/** Every field of a declaration, section by section; those expected and missing are counted in the section's head. */
export function AmendFields({ values, tried, missing, onChange }: Props) {
  const t = useTranslate();
  return SECTIONS.map((section) => {
    const specs = AMEND_SPECS.filter((spec) => spec.section === section);
    const expected = missing.filter(({ field }) => specs.some(({ name }) => name === field)).length;
    return (
      <Section
        key={section}
        title={t(`dossier.section.${section}`)}
        aside={expected === 0 ? undefined : t("dossier.missingCount", { smart_count: expected })}
      >
        <div style={{ padding: "12px 0 6px" }}>
          {specs.map((spec) => (
            <AmendInput
              key={spec.name}
              spec={spec}
              value={values[spec.name]}
              tried={tried}
              onChange={(value) => onChange(spec.name, value)}
            />
          ))}
        </div>
      </Section>
    );
  });
}

interface InputProps {
  readonly spec: AmendSpec;
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

function AmendInput({ spec, value, tried, onChange }: InputProps) {
  const t = useTranslate();
  const { name, shape, options } = spec;
  if (shape === "rows")
    return (
      <RowsInput
        legend={t(`dossier.field.${name}`)}
        words="dossier"
        name={name}
        specs={rowSpecs(t, name)}
        rows={rowsIn(value)}
        tried={tried}
        onChange={(rows) => onChange(JSON.stringify(rows))}
      />
    );
  const choices = options?.values.map((one) => [one, t(`${options.words}.${one}`)] as const);
  return (
    <FieldInput
      spec={{ ...spec.spec, name, ...(choices === undefined ? {} : { choices }) }}
      words="dossier"
      value={value}
      problem={tried ? (problemWith(spec, value) ?? undefined) : undefined}
      onChange={onChange}
    />
  );
}

const rowSpecs = (t: ReturnType<typeof useTranslate>, name: AmendField): readonly FieldSpec[] =>
  (ROW_SPECS[name] ?? []).map((spec) =>
    spec.kind === "choice"
      ? { ...spec, choices: ["EXPECTED", "MEASURED"].map((kind) => [kind, t(`benefitKind.${kind}`)] as const) }
      : spec,
  );
