import { useMemo } from "react";
import { useTheme } from "@mui/material";
import { useLocale, useTranslate } from "react-admin";
import { QUANTITIES, QUANTITY_NAMES, type Quantity } from "@socle/contracts";
import { Link } from "react-router";
import type { Totals, UsageGroup } from "../generated/operations";
import { NONE, decimalsFor } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { modeColors } from "../theme/tokens";
import type { DaySeries } from "../parts/usage/day-series";
import { amountOf, type GroupTotals } from "../parts/usage/usage-measures";

/** Columns that stand even when nothing of theirs was used. */
const ALWAYS: ReadonlySet<Quantity> = new Set(["requests", "refused"]);

interface Options {
  readonly groupBy: UsageGroup;
  readonly series: DaySeries;
  readonly totals: Totals | undefined;
}

/** Columns of the statement: each group with the colour it has in the chart, each figure with its total. */
export function useUsageColumns({ groupBy, series, totals }: Options): readonly Column<GroupTotals>[] {
  const t = useTranslate();
  const format = useFormat();
  const locale = useLocale();
  const { palette } = useTheme();
  return useMemo(() => {
    const colors = modeColors(palette.mode).chart.categorical;
    const colorOf = (id: string): string | undefined => {
      const group = series.groups.find((one) => one.id === id) ?? series.groups.find((one) => one.id === "others");
      return group === undefined ? undefined : colors[group.color];
    };
    const figure = (id: Quantity): Column<GroupTotals> => {
      const { unit, decimals, label } = QUANTITIES[id];
      const total = amountOf(totals?.amounts ?? [], id);
      // One number of decimals a column, by its total, so that its lines add up as printed.
      const digits = unit === "" ? 0 : decimalsFor(total, decimals);
      const print = (value: number): string =>
        unit === "€" ? format.euro(value, digits) : unit === "" ? format.integer(value) : format.fixed(value, digits);
      const of = (row: GroupTotals): number => amountOf(row.totals.amounts, id);
      return column(id, label[locale === "fr" ? "fr" : "en"], id, of, {
        cell: (row) => (of(row) === 0 ? <span className="none">{NONE}</span> : print(of(row))),
        numeric: true,
        sorts: true,
        total: totals === undefined ? "" : print(total),
      });
    };
    const shown = QUANTITY_NAMES.filter(
      (id) => QUANTITIES[id].column && (ALWAYS.has(id) || amountOf(totals?.amounts ?? [], id) !== 0),
    );
    return [
      column("name", t(`usage.group.${groupBy}`), "name", (row) => row.name, {
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
        sorts: true,
        total: t("table.total"),
      }),
      ...shown.map(figure),
    ];
  }, [t, format, locale, palette.mode, groupBy, series, totals]);
}
