import { useTranslate } from "react-admin";
import { Usage } from "../generated/operations";
import { decimalsFor } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { DayChart } from "../parts/usage/DayChart";
import { daySeries } from "../parts/usage/day-series";
import { SHOWN_DAYS } from "../parts/usage/usage-measures";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import type { Sheet } from "./sheet";

interface Props {
  readonly sheet: Sheet;
  readonly period: { readonly from: string; readonly to: string };
}

/** What the use case cost in the period, in euros, energy and emissions, and its days. */
export function UseCaseUsage({ sheet, period }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const { usage } = sheet;
  const query = useOperation(Usage, { ...period, groupBy: "USE_CASE" }, { every: 15_000 });
  const rows = query.data?.usage.rows.filter((row) => row.groupId === sheet.id) ?? [];
  const series = daySeries(rows, period, new Date(), (totals) => totals.costEuro);
  const perRequest = (value: string): string => t("registry.usage.over", { value });
  return (
    <Section
      title={t("registry.usage.title", { period: t("usage.days", { days: SHOWN_DAYS }) })}
      aside={
        query.data?.usage.upTo ? t("registry.usage.upTo", { time: format.dateTime(query.data.usage.upTo) }) : undefined
      }
    >
      <dl className="figures">
        <div>
          <dt>{t("usage.cost")}</dt>
          <dd className="value">{format.smallEuro(usage.costEuro)}</dd>
          <dd className="note-line">{perRequest(format.integer(usage.requests))}</dd>
        </div>
        <div>
          <dt>{t("usage.electricity")}</dt>
          <dd className="value">{format.unit(usage.kWh, "kWh", decimalsFor(usage.kWh, 3))}</dd>
          <dd className="note-line">{format.kilograms(usage.kgCO2eq)} CO₂e</dd>
        </div>
        <div>
          <dt>{t("usage.tokens")}</dt>
          <dd className="value">{format.integer(usage.inputTokens + usage.outputTokens)}</dd>
          <dd className="note-line">
            {t("usage.tokenSplit", {
              input: format.integer(usage.inputTokens),
              output: format.integer(usage.outputTokens),
            })}
          </dd>
        </div>
      </dl>
      <QueryState query={query}>
        {() => (
          <DayChart
            label={t("registry.usage.chart", { name: sheet.name, total: format.smallEuro(usage.costEuro) })}
            series={series}
            print={format.smallEuro}
            axis={format.tick}
            height={150}
          />
        )}
      </QueryState>
      <p className="small ink3">{t("registry.usage.note")}</p>
    </Section>
  );
}
