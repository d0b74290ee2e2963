import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { PoolLiveFigures } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { CellLegend } from "../parts/CellLegend";
import { ExportButton } from "../parts/ExportButton";
import { GpuCells } from "../parts/GpuCells";
import { cellUnit } from "../parts/gpu-cells";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { type PoolLineWithShare, type PoolTotals, poolLines, poolTotals } from "./pool-account";

type Line = PoolLineWithShare;

/** Who occupies the pool, line by line, with a total that matches the account line. */
export function LiveTable({ live }: { readonly live: PoolLiveFigures }) {
  const t = useTranslate();
  const format = useFormat();
  const rows = poolLines(live);
  const unit = cellUnit(rows);
  const totals = poolTotals(rows);
  const name = (row: Line): string => row.organisation?.acronym ?? row.organisation?.name ?? t("pools.reserveLine");
  const measured = (value: number) => (value === 0 ? <span className="none">{NONE}</span> : format.decimal(value));
  const figure = (id: keyof PoolTotals, header: string, strong = false): Column<Line> =>
    column(id, header, id, (row) => row[id], {
      cell: (row) =>
        strong && row[id] !== 0 ? <span className="strong">{measured(row[id])}</span> : measured(row[id]),
      numeric: true,
      total: format.decimal(totals[id]),
    });
  const columns: readonly Column<Line>[] = [
    column("organisation", t("pools.ministry"), "organisation", (row) => row.organisation?.slug ?? "reserve", {
      cell: name,
      total: t("table.total"),
    }),
    {
      id: "cells",
      header: t("pools.cells", { smart_count: unit }),
      cell: (row) => <GpuCells figures={row} unit={unit} label={label(row)} />,
    },
    figure("nominal", t("pools.right")),
    figure("guarantee", t("pools.guaranteed")),
    figure("occupied", t("pools.occupied"), true),
    figure("lent", t("pools.lent")),
    figure("borrowed", t("pools.borrowed")),
    figure("free", t("pools.free")),
    {
      ...figure("waiting", t("pools.waiting")),
      cell: (row) =>
        row.waiting === 0 || row.organisation === null ? (
          measured(row.waiting)
        ) : (
          <Link to={`/requests?organisation=${row.organisation.id}`}>{format.integer(row.waiting)}</Link>
        ),
    },
    figure("gpuSeconds", t("pools.gpuSeconds")),
    column("share", t("pools.share"), "share", (row) => row.printedShare, {
      cell: (row) => (row.organisation === null ? measured(0) : format.percent(row.printedShare)),
      numeric: true,
      total: format.percent(totals.gpuSeconds > 0 ? 1 : 0),
    }),
  ];
  function label(row: Line): string {
    return t("pools.cellsLabel", {
      name: name(row),
      occupied: format.decimal(row.occupied),
      nominal: format.decimal(row.nominal),
      lent: format.decimal(row.lent),
      borrowed: format.decimal(row.borrowed),
      guarantee: format.decimal(row.guarantee),
    });
  }
  if (rows.length === 0) return <Empty title={t("pools.noRows")} />;
  return (
    <Section title={t("pools.byMinistry")} aside={<CellLegend />} bare>
      <Table caption={t("pools.liveCaption")} columns={columns} rows={rows} rowKey={(row) => row.id} compact />
      <div style={{ paddingTop: 8 }}>
        <ExportButton name="pool-live" columns={columns} rows={rows} />
      </div>
    </Section>
  );
}
