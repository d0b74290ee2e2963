import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { type Column, Table } from "../parts/Table";
import type { DaySeries } from "../parts/usage/day-series";
import { type Measure, printMeasure } from "../parts/usage/usage-measures";

interface Props {
  readonly series: DaySeries;
  readonly measure: Measure;
}

interface Day {
  readonly day: string;
  readonly index: number;
}

/** The chart's figures as a table: a row a day, a column a group. */
export function DayTable({ series, measure }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const print = (value: number) =>
    value === 0 ? <span className="none">{NONE}</span> : printMeasure(measure, value, format);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const dayTotal = (index: number): number => sum(series.groups.map((group) => group.values[index] ?? 0));
  const columns: readonly Column<Day>[] = [
    {
      id: "day",
      header: t("usage.day"),
      cell: ({ day }) => <span className="nowrap">{format.shortDate(`${day}T12:00:00Z`)}</span>,
      total: t("table.total"),
    },
    ...series.groups.map((group): Column<Day> => ({
      id: group.id,
      header: group.name,
      numeric: true,
      cell: ({ index }) => print(group.values[index] ?? 0),
      total: printMeasure(measure, sum(group.values), format),
    })),
    {
      id: "total",
      header: t("table.total"),
      numeric: true,
      cell: ({ index }) => print(dayTotal(index)),
      total: printMeasure(measure, sum(series.days.map((_, index) => dayTotal(index))), format),
    },
  ];
  return (
    <Table
      caption={t("usage.dayCaption")}
      columns={columns}
      rows={series.days.map((day, index) => ({ day, index }))}
      rowKey={({ day }) => day}
      compact
    />
  );
}
