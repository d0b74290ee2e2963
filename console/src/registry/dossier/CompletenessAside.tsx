import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { Meter } from "../../parts/Meter";
import { Section } from "../../parts/Section";
import type { Sheet } from "../sheet";

interface Props {
  readonly sheet: Sheet;
  readonly onOpen: () => void;
}

/** The completeness in one line, beside everything else; the declaration tells what is missing. */
export function CompletenessAside({ sheet, onOpen }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { percent, missing } = sheet.completeness;
  return (
    <Section
      title={t("dossier.completeness")}
      aside={<span className="nowrap">{format.percent(percent / 100, 0)}</span>}
    >
      <div style={{ paddingTop: 8 }}>
        <Meter
          label={t("dossier.completenessOf", { percent: format.percent(percent / 100, 0) })}
          share={percent / 100}
        />
      </div>
      <p className="small ink2" style={{ paddingTop: 6 }}>
        {missing.length === 0
          ? t("dossier.nothingMissing")
          : t("dossier.missingCount", { smart_count: missing.length })}{" "}
        <button type="button" className="link" onClick={onOpen}>
          {t("dossier.see")}
        </button>
      </p>
    </Section>
  );
}
