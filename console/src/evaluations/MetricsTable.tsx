import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { type Column, Table } from "../parts/Table";
import type { Metric } from "./evaluation-states";

/** The figures of an evaluation, each with its interval and what it was computed from. */
export function MetricsTable({ caption, metrics }: { readonly caption: string; readonly metrics: readonly Metric[] }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Metric>[] = [
    { id: "name", header: t("evaluations.metric.name"), cell: (metric) => metric.name },
    {
      id: "value",
      header: t("evaluations.metric.value"),
      numeric: true,
      cell: (metric) => <span className="nowrap">{format.unit(metric.value, metric.unit, 2)}</span>,
    },
    {
      id: "interval",
      header: t("evaluations.metric.interval"),
      cell: (metric) => <Interval metric={metric} />,
    },
    {
      id: "sample",
      header: t("evaluations.metric.sample"),
      numeric: true,
      cell: (metric) => format.orNone(metric.sample, format.integer),
    },
    { id: "source", header: t("evaluations.metric.source"), cell: (metric) => metric.source ?? NONE },
  ];
  return (
    <Table caption={caption} columns={columns} rows={metrics} rowKey={({ name, unit }) => `${name} ${unit}`} compact />
  );
}

function Interval({ metric }: { readonly metric: Metric }) {
  const t = useTranslate();
  const format = useFormat();
  const { low, high, confidence, intervalMethod, unit } = metric;
  if (low === null || high === null) return <span className="ink2">{t("intervalMethod.NONE")}</span>;
  const bounds = t("evaluations.metric.bounds", {
    low: format.decimal(low, 2),
    high: format.decimal(high, 2),
    unit,
  });
  return (
    <>
      <span className="nowrap">{bounds}</span>
      <span className="sub">
        {t(`intervalMethod.${intervalMethod}`, { confidence: format.percent(confidence ?? 0.95, 0) })}
      </span>
      {unit === "%" ? <ShareBar metric={metric} low={low} high={high} /> : null}
    </>
  );
}

/** A share between its bounds, over 0 to 100 %; the figures stand beside it in words. */
function ShareBar({ metric, low, high }: { readonly metric: Metric; readonly low: number; readonly high: number }) {
  return (
    <svg className="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="4" y2="4" className="axis" />
      <rect x={low} width={Math.max(high - low, 0.5)} y="2" height="4" />
      <line x1={metric.value} x2={metric.value} y1="0" y2="8" className="value" />
    </svg>
  );
}
