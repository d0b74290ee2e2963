import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { Section } from "../../parts/Section";
import type { Sheet } from "../sheet";
import { type AmendValues, changedFields, materialChanges } from "./amend-form";
import { AMEND_SPECS } from "./dossier-fields";
import { wordsOf } from "./field-words";

interface Props {
  readonly sheet: Sheet;
  readonly before: AmendValues;
  readonly after: AmendValues;
}

/** What is about to change, and what of it waits for a second person; read before it is sent. */
export function ChangeNote({ sheet, before, after }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const changed = changedFields(before, after);
  const material = materialChanges(sheet, before, after).map((field) => t(`dossier.field.${field}`));
  return (
    <Section title={t("dossier.changes", { smart_count: changed.length })}>
      {changed.length === 0 ? (
        <p className="small ink2" style={{ paddingTop: 8 }}>
          {t("dossier.noChange")}
        </p>
      ) : (
        <ul className="list-plain" aria-live="polite">
          {AMEND_SPECS.filter(({ name }) => changed.includes(name)).map((spec) => (
            <li key={spec.name}>
              <b>{t(`dossier.field.${spec.name}`)}</b>
              <br />
              <del className="ink3">{wordsOf(t, format, spec, before[spec.name]) ?? t("form.notSaid")}</del>
              {" → "}
              {wordsOf(t, format, spec, after[spec.name]) ?? t("form.notSaid")}
            </li>
          ))}
        </ul>
      )}
      {material.length === 0 ? null : (
        <p className="note warning">{t("dossier.secondPerson", { fields: material.join(", ") })}</p>
      )}
    </Section>
  );
}
