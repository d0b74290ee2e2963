import { useTranslate } from "react-admin";
import { FormFields } from "../../parts/form/FormFields";
import type { Form } from "../../parts/form/use-form";
import { Section } from "../../parts/Section";
import type { Sheet } from "../sheet";
import { AMEND_SPECS, type AmendField, SECTIONS } from "./dossier-fields";

interface Props {
  readonly form: Form<AmendField | "reason">;
  readonly errors: ReadonlyMap<AmendField | "reason", string>;
  readonly missing: Sheet["completeness"]["missing"];
}

/** Every field of a declaration, section by section; those expected and missing are counted in the section's head. */
export function AmendFields({ form, errors, missing }: Props) {
  const t = useTranslate();
  return SECTIONS.map((section) => {
    const within = new Set<string>(AMEND_SPECS.filter((spec) => spec.section === section).map(({ name }) => name));
    const expected = missing.filter(({ field }) => within.has(field)).length;
    return (
      <Section
        key={section}
        title={t(`dossier.section.${section}`)}
        aside={expected === 0 ? undefined : t("dossier.missingCount", { smart_count: expected })}
      >
        <div style={{ padding: "12px 0 6px" }}>
          <FormFields
            form={form}
            words="dossier"
            specs={form.specs.filter(({ name }) => within.has(name))}
            errors={errors}
          />
        </div>
      </Section>
    );
  });
}
