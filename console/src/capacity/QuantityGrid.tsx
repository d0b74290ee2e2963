import { useTranslate } from "react-admin";
import { FieldError } from "../parts/Field";
import { type Cells, LEVELS, quantityKey } from "./need-form";

interface Props {
  /** Of the grid's first cell, where the focus goes. */
  readonly id: string;
  readonly quarters: readonly string[];
  readonly cells: Cells;
  readonly wrong: readonly string[];
  readonly onChange: (key: string, value: string) => void;
}

/** Low, likely and high of each quarter. */
export function QuantityGrid({ id, quarters, cells, wrong, onChange }: Props) {
  const t = useTranslate();
  const caption = t("campaigns.quantities");
  return (
    <div className="field">
      <p className="strong small">{caption}</p>
      <p className="hint">{t("campaigns.quantitiesHint")}</p>
      {quarters
        .filter((quarter) => LEVELS.some((level) => wrong.includes(quantityKey(quarter, level))))
        .map((quarter) => (
          <FieldError key={quarter} id={`${id}-${quarter}`} error={t("campaigns.wrong.quantities", { quarter })} />
        ))}
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="table compact fits">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("campaigns.quarter")}</th>
              {LEVELS.map((level) => (
                <th key={level} scope="col" className="num">
                  {t(`campaigns.level.${level}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quarters.map((quarter) => (
              <tr key={quarter}>
                <th scope="row">{quarter}</th>
                {LEVELS.map((level) => (
                  <td key={level} className="num">
                    <input
                      id={quarter === quarters[0] && level === LEVELS[0] ? id : undefined}
                      className="input"
                      inputMode="decimal"
                      size={4}
                      aria-label={`${quarter}, ${t(`campaigns.level.${level}`)}`}
                      aria-invalid={wrong.includes(quantityKey(quarter, level)) || undefined}
                      style={{ textAlign: "right" }}
                      value={cells[quantityKey(quarter, level)] ?? ""}
                      onChange={(event) => onChange(quantityKey(quarter, level), event.target.value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
