import { useTranslate } from "react-admin";
import type { DependencyDomain } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { FieldError } from "../../parts/Field";
import { cellKey, SHARES, type Share, type TrajectoryForm, YEARS, yearTotal } from "./trajectory-form";

interface Props {
  readonly form: TrajectoryForm;
  readonly wrong: readonly string[];
  readonly onChange: (key: string, value: string) => void;
}

/** A row a year: euros of each domain with their sum, then the two shares. */
export function TrajectoryGrid({ form, wrong, onChange }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const words = (column: DependencyDomain | Share): string =>
    (SHARES as readonly string[]).includes(column) ? t(`roadmaps.shareOf.${column}`) : t(`dependencyDomain.${column}`);
  const cell = (year: number, column: DependencyDomain | Share, size: number) => (
    <td key={column} className="num">
      <input
        className="input"
        inputMode="decimal"
        size={size}
        aria-label={`${String(year)}, ${words(column)}`}
        aria-invalid={wrong.includes(cellKey(year, column)) || undefined}
        style={{ textAlign: "right" }}
        value={form.cells[cellKey(year, column)] ?? ""}
        onChange={(event) => onChange(cellKey(year, column), event.target.value)}
      />
    </td>
  );
  const header = (column: DependencyDomain | Share) => (
    <th key={column} scope="col" className="num">
      {words(column)}
    </th>
  );
  return (
    <div className="field">
      <p className="hint">{t("roadmaps.trajectoryHint")}</p>
      <FieldError id="trajectory" error={wrong.length === 0 ? undefined : t("roadmaps.trajectoryWrong")} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t("roadmaps.trajectoryCaption")}>
        <table className="table compact">
          <caption className="sr-only">{t("roadmaps.trajectoryCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("roadmaps.year")}</th>
              {form.domains.map(header)}
              <th scope="col" className="num">
                {t("table.total")}
              </th>
              {SHARES.map(header)}
            </tr>
          </thead>
          <tbody>
            {YEARS.map((year) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {form.domains.map((domain) => cell(year, domain, 9))}
                <td className="num nowrap">{format.orNone(yearTotal(form, year), (total) => format.euro(total, 0))}</td>
                {SHARES.map((share) => cell(year, share, 4))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
