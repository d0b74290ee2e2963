import { useMemo } from "react";
import { useTheme } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { Totals, UsageGroup } from "../generated/operations";
import { NONE, decimalsFor } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import type { Column } from "../parts/Table";
import { modeColors } from "../theme/tokens";
import type { DaySeries } from "../parts/usage/day-series";
import type { GroupTotals } from "../parts/usage/usage-measures";

interface Options {
  readonly groupBy: UsageGroup;
  readonly series: DaySeries;
  readonly totals: Totals | undefined;
}

/** Columns of the statement: each group with the colour it has in the chart, each figure with its total. */
export function useUsageColumns({ groupBy, series, totals }: Options): readonly Column<GroupTotals>[] {
  const t = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  return useMemo(() => {
    const colors = modeColors(palette.mode).chart.categorical;
    const colorOf = (id: string): string | undefined => {
      const group = series.groups.find((one) => one.id === id) ?? series.groups.find((one) => one.id === "others");
      return group === undefined ? undefined : colors[group.color];
    };
    const figure = (id: keyof Totals, header: string, print: (value: number) => string): Column<GroupTotals> => ({
      id,
      header,
      numeric: true,
      sortBy: (row) => row.totals[id],
      cell: (row) => (row.totals[id] === 0 ? <span className="none">{NONE}</span> : print(row.totals[id])),
      csv: { header: id, value: (row) => row.totals[id] },
      total: totals === undefined ? "" : print(totals[id]),
    });
    // One number of decimals a column, by its total, so that its lines add up as printed.
    const small = (id: keyof Totals, least: number) => (value: number) =>
      format.fixed(value, decimalsFor(totals?.[id] ?? 0, least));
    return [
      {
        id: "name",
        header: t(`usage.group.${groupBy}`),
        sortBy: (row) => row.name,
        cell: (row) => (
          <span className="row">
            <svg className="key-color" aria-hidden="true">
              <rect width="10" height="10" fill={colorOf(row.id)} />
            </svg>
            {groupBy === "USE_CASE" ? (
              <Link className="quiet" to={`/use-cases/${row.id}/show`}>
                {row.name}
              </Link>
            ) : (
              row.name
            )}
          </span>
        ),
        csv: { header: "name", value: (row) => row.name },
        total: t("table.total"),
      },
      figure("requests", t("usage.requests"), format.integer),
      figure("refused", t("usage.refused"), format.integer),
      figure("inputTokens", t("usage.inputTokens"), format.integer),
      figure("outputTokens", t("usage.outputTokens"), format.integer),
      figure("gpuSeconds", "GPU·s", small("gpuSeconds", 1)),
      figure("kWh", "kWh", small("kWh", 3)),
      figure("kgCO2eq", "kg CO₂e", small("kgCO2eq", 3)),
      figure("costEuro", t("usage.cost"), (value) => format.euro(value, decimalsFor(totals?.costEuro ?? 0, 2))),
    ];
  }, [t, format, palette.mode, groupBy, series, totals]);
}
