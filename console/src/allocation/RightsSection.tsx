import { useTranslate } from "react-admin";
import type { AllocationRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
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
    {
      id: "node",
      header: t("allocation.holder"),
      sortBy: (row) => row.nodeName,
      cell: (row) => (
        <>
          {row.nodeName} <span className="ink3 small">{t(`nodeType.${row.nodeType}`, { _: row.nodeType })}</span>
        </>
      ),
      csv: { header: "holder", value: (row) => row.nodeName },
      total: t("table.total"),
    },
    {
      id: "nominal",
      header: t("pools.right"),
      numeric: true,
      sortBy: (row) => row.nominal,
      cell: (row) => format.decimal(row.nominal),
      csv: { header: "nominal", value: (row) => row.nominal },
      total: sum((row) => row.nominal),
    },
    {
      id: "guarantee",
      header: t("pools.guaranteed"),
      numeric: true,
      cell: (row) => format.decimal(row.guarantee),
      csv: { header: "guarantee", value: (row) => row.guarantee },
      total: sum((row) => row.guarantee),
    },
    {
      id: "lend",
      header: t("allocation.lendLimit"),
      numeric: true,
      cell: (row) => limit(row.lendLimit),
      csv: { header: "lend_limit", value: (row) => row.lendLimit },
    },
    {
      id: "borrow",
      header: t("allocation.borrowLimit"),
      numeric: true,
      cell: (row) => limit(row.borrowLimit),
      csv: { header: "borrow_limit", value: (row) => row.borrowLimit },
    },
    {
      id: "weight",
      header: t("allocation.weight"),
      numeric: true,
      cell: (row) => format.decimal(row.weight),
      csv: { header: "weight", value: (row) => row.weight },
    },
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
