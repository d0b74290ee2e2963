import { useTranslate } from "react-admin";
import type { AllocationRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import type { PoolSheet } from "./pool-sheet";

/** Who holds which right in the pool. */
export function RightsSection({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const rows = pool.allocations;
  const sum = (of: (row: AllocationRow) => number): string =>
    format.decimal(rows.reduce((total, row) => total + of(row), 0));
  const limit = (value: number | null): string => (value === null ? t("allocation.noLimit") : format.decimal(value));
  const columns: readonly Column<AllocationRow>[] = [
    column("node", t("allocation.holder"), "holder", (row) => row.nodeName, {
      cell: (row) => (
        <>
          {row.nodeName} <span className="ink3 small">{t(`nodeType.${row.nodeType}`, { _: row.nodeType })}</span>
        </>
      ),
      sorts: true,
      total: t("table.total"),
    }),
    column("nominal", t("pools.right"), "nominal", (row) => row.nominal, {
      show: format.decimal,
      numeric: true,
      sorts: true,
      total: sum((row) => row.nominal),
    }),
    column("guarantee", t("pools.guaranteed"), "guarantee", (row) => row.guarantee, {
      show: format.decimal,
      numeric: true,
      total: sum((row) => row.guarantee),
    }),
    column("lend", t("allocation.lendLimit"), "lend_limit", (row) => row.lendLimit, { show: limit, numeric: true }),
    column("borrow", t("allocation.borrowLimit"), "borrow_limit", (row) => row.borrowLimit, {
      show: limit,
      numeric: true,
    }),
    column("weight", t("allocation.weight"), "weight", (row) => row.weight, { show: format.decimal, numeric: true }),
  ];
  return (
    <Section title={t("pools.view.rights")}>
      {rows.length === 0 ? (
        <Empty title={t("allocation.empty")} />
      ) : (
        <>
          <Table
            caption={t("allocation.caption", { pool: pool.name })}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
          />
          <div style={{ paddingTop: 8 }}>
            <ExportButton name="rights" columns={columns} rows={rows} />
          </div>
        </>
      )}
    </Section>
  );
}
