import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { Meter } from "../../parts/Meter";
import { Section } from "../../parts/Section";
import type { Sheet } from "../sheet";
import { SECTIONS } from "./dossier-fields";

interface Props {
  readonly sheet: Sheet;
  readonly aside?: ReactNode;
}

/** How much of what this use case should say it says, and what is missing, by section. */
export function Completeness({ sheet, aside }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { percent, expected, missing } = sheet.completeness;
  const said = t("dossier.said", {
    percent: format.percent(percent / 100, 0),
    filled: expected - missing.length,
    expected,
  });
  return (
    <Section title={t("dossier.completeness")} aside={aside}>
      <p style={{ paddingTop: 8 }}>{said}</p>
      <Meter label={said} share={percent / 100} />
      {missing.length === 0 ? (
        <p className="small ink2" style={{ paddingTop: 8 }}>
          {t("dossier.nothingMissing")}
        </p>
      ) : (
        <dl className="pairs left" style={{ paddingTop: 12 }}>
          {SECTIONS.map((section) => {
            const names = missing
              .filter((one) => one.section === section)
              .map(({ field }) => t(`dossier.field.${field}`, { _: field }));
            return names.length === 0 ? null : (
              <div key={section} style={{ display: "contents" }}>
                <dt>{t(`dossier.section.${section}`)}</dt>
                <dd>{names.join(", ")}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </Section>
  );
}
