import { useTranslate } from "react-admin";
import type { AuditReportData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { ExportButton } from "../parts/ExportButton";
import { type Cell, cellWords } from "./report-words";

type Tables = Extract<AuditReportData["auditReport"], { __typename: "AuditReport" }>["tables"];
type ReportTable = Tables[number];
interface Row {
  readonly place: number;
  readonly cells: readonly Cell[];
}

/** Every table of the report, as the server worded it; each sorts and leaves as CSV. */
export function ReportTables({ tables }: { readonly tables: Tables }) {
  return tables.map((table) => <ReportSection key={table.key} table={table} />);
}

function ReportSection({ table: { key, title, note, header, rows } }: { readonly table: ReportTable }) {
  const t = useTranslate();
  const format = useFormat();
  const lines = rows.map((cells, place): Row => ({ place, cells: cells as readonly Cell[] }));
  const columns = header.map((heading, index): Column<Row> => {
    const of = ({ cells }: Row): Cell => cells[index] ?? null;
    const numeric = index > 0 && lines.some((line) => typeof of(line) === "number");
    return column(String(index), heading, heading, of, {
      cell: (row) => cellWords(key, index, of(row), t, format),
      numeric,
      sorts: true,
    });
  });
  return (
    <Section
      title={title}
      bare
      aside={lines.length === 0 ? undefined : <ExportButton name={`audit-${key}`} columns={columns} rows={lines} />}
    >
      {note === null ? null : <p className="ink2 small">{note}</p>}
      {lines.length === 0 ? (
        <p>{t(key === "findings" ? "audit.nothingFound" : "audit.noLine")}</p>
      ) : (
        <Table
          caption={t("audit.table", { title })}
          columns={columns}
          rows={lines}
          rowKey={({ place }) => String(place)}
          compact
          ruled
        />
      )}
    </Section>
  );
}
