import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import type { ModelSheet } from "./model-states";

/** The axes of a model's origin, apart from where it runs; what is not known is said so. */
export function ProvenanceSection({ sheet: { provenance } }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const {
    weights,
    runsIn,
    format: file,
    sha256,
    trainingOnInputs,
    evalStatus,
    billionParameters,
    cardUrl,
  } = provenance;
  const word = (key: string, value: string | null): string =>
    value === null ? t("models.unknown") : t(`${key}.${value}`);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ["weights", word("modelWeights", weights)],
    ["runsIn", word("runsIn", runsIn)],
    ["format", word("modelFormat", file)],
    ["trainingOnInputs", word("trainingOnInputs", trainingOnInputs)],
    ["evalStatus", word("evalStatus", evalStatus)],
    ["billionParameters", billionParameters === null ? t("models.unknown") : format.unit(billionParameters, "Md")],
    ["sha256", sha256 === null ? t("models.unknown") : <span className="mono">{sha256}</span>],
    [
      "cardUrl",
      cardUrl === null ? (
        t("models.unknown")
      ) : (
        <a href={cardUrl} rel="noreferrer noopener" target="_blank">
          {cardUrl}
        </a>
      ),
    ],
  ];
  return (
    <Section title={t("models.provenance")}>
      <dl className="pairs left">
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{t(`models.field.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
