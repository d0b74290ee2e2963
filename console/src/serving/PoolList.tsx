import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Pools, type PoolsData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { CellLegend } from "../parts/CellLegend";
import { ExportButton } from "../parts/ExportButton";
import { GpuCells } from "../parts/GpuCells";
import { type CellFigures, cellUnit } from "../parts/gpu-cells";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";

type Pool = PoolsData["pools"][number];

const figures = (pool: Pool): CellFigures => ({
  nominal: pool.live.physical,
  guarantee: pool.live.rows.reduce((sum, row) => sum + row.guarantee, 0),
  occupied: pool.live.occupiedWithinRight + pool.live.borrowed,
  lent: 0,
  borrowed: 0,
});

/** Every pool, what it has and what is occupied of it now. */
export function PoolList() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(Pools, {}, { every: 5_000 });
  const pools = query.data?.pools ?? [];
  const unit = cellUnit(pools.map(figures));
  useCrumbs([{ label: t("menu.pools") }]);
  const sum = (of: (pool: Pool) => number): string =>
    format.decimal(pools.reduce((total, pool) => total + of(pool), 0));
  const figure = (id: string, header: string, of: (pool: Pool) => number): Column<Pool> =>
    column(id, header, id, of, {
      cell: (pool) => format.decimal(of(pool)),
      numeric: true,
      sorts: true,
      total: sum(of),
    });
  const columns: readonly Column<Pool>[] = [
    column("name", t("pools.pool"), "name", (pool) => pool.name, {
      cell: (pool) => (
        <>
          <Link className="quiet" to={`/pools/${pool.id}/show`}>
            {pool.name}
          </Link>
          <span className="sub">
            {pool.gpuClass} · {pool.acceptedLabels.map((label) => t(`label.${label}`, { _: label })).join(", ")}
          </span>
        </>
      ),
      sorts: true,
      total: t("table.total"),
    }),
    {
      id: "cells",
      header: t("pools.cells", { smart_count: unit }),
      cell: (pool) => (
        <GpuCells
          figures={figures(pool)}
          unit={unit}
          label={t("pools.occupiedOf", {
            name: pool.name,
            occupied: format.decimal(figures(pool).occupied),
            physical: format.integer(pool.live.physical),
          })}
        />
      ),
    },
    figure("physical", t("pools.physical"), (pool) => pool.live.physical),
    figure("allocated", t("pools.allocated"), (pool) => pool.live.allocated),
    figure("reserve", t("pools.reserve"), (pool) => pool.live.reserve),
    figure("occupied", t("pools.occupied"), (pool) => figures(pool).occupied),
    figure("borrowed", t("pools.borrowed"), (pool) => pool.live.borrowed),
    figure("free", t("pools.free"), (pool) => pool.live.free),
    figure("waiting", t("pools.waiting"), (pool) => pool.live.rows.reduce((total, row) => total + row.waiting, 0)),
  ];
  return (
    <>
      <PageHead
        title={t("menu.pools")}
        lead={t("pools.listLead", { smart_count: pools.length })}
        actions={<ExportButton name="pools" columns={columns} rows={pools} />}
      />
      <Section title={t("pools.listTitle")} aside={<CellLegend />} bare>
        <QueryState query={query}>
          {() =>
            pools.length === 0 ? (
              <Empty title={t("pools.empty")} />
            ) : (
              <Table caption={t("pools.listCaption")} columns={columns} rows={pools} rowKey={(pool) => pool.id} ruled />
            )
          }
        </QueryState>
      </Section>
    </>
  );
}
