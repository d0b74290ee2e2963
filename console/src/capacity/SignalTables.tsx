import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import type { ConsolidationSheet } from "./campaign-states";

type Report = NonNullable<ConsolidationSheet["report"]>;

interface Cells {
  readonly key: string;
  readonly values: readonly (string | number)[];
}

interface SignalProps {
  readonly name: string;
  /** Keys of the headers' words; the figures stand last. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What follows from the figures: to pool, to lend, to buy, to merge, to renew. */
export function SignalTables({ report }: { readonly report: Report }) {
  const t = useTranslate();
  const format = useFormat();
  const names = new Map(report.ministries.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? t("campaigns.hidden");
  const list = (ids: readonly string[]): string => ids.map(nameOf).join(", ");
  return (
    <>
      <Signal
        name="poolings"
        headers={["model", "quarter", "gpuType", "ministries", "alone", "pooled", "saved"]}
        rows={report.poolings.map((row) => [
          row.model,
          row.quarter,
          row.gpuType,
          list(row.ministryIds),
          row.alone,
          row.pooled,
          row.saved,
        ])}
      />
      <Signal
        name="lending"
        headers={["lender", "borrower", "line", "quarter", "gpuType", "gpus"]}
        rows={report.lending.map((row) => [
          nameOf(row.fromMinistryId),
          nameOf(row.toMinistryId),
          row.line,
          row.quarter,
          row.gpuType,
          row.gpus,
        ])}
      />
      <Signal
        name="redundancies"
        headers={["gpuType", "region", "year", "ministries", "gpus"]}
        rows={report.redundancies.map((row) => [
          row.gpuType,
          row.region,
          String(row.year),
          list(row.ministryIds),
          row.gpus,
        ])}
      />
      <Signal
        name="purchases"
        headers={["gpuType", "from", "neededBy", "quarters", "gpus"]}
        rows={report.purchases.map((row) => [
          row.gpuType,
          row.from,
          format.date(`${row.neededBy}T12:00:00Z`),
          row.quarters,
          row.gpus,
        ])}
      />
      <Signal
        name="expiries"
        headers={["line", "kind", "date", "ministry", "gpuType", "gpus"]}
        rows={report.expiries.map((row) => [
          row.line,
          t(`consolidation.expiry.${row.kind}`, { _: row.kind }),
          format.date(`${row.date}T12:00:00Z`),
          nameOf(row.ministryId),
          row.gpuType,
          row.gpus,
        ])}
      />
      <Signal
        name="unsized"
        headers={["need", "ministry", "why"]}
        rows={report.unsized.map((row) => [
          row.reference,
          nameOf(row.ministryId),
          t(`sizing.unsized.${row.why}`, { _: row.why }),
        ])}
      />
    </>
  );
}

function Signal({ name, headers, rows }: SignalProps) {
  const t = useTranslate();
  const format = useFormat();
  const title = t(`consolidation.signal.${name}`);
  const shown = rows.map((values): Cells => ({ key: values.join(" "), values }));
  const columns = headers.map((header, index): Column<Cells> => {
    const of = (row: Cells): string | number => row.values[index] ?? "";
    return column(header, t(`consolidation.header.${header}`), header, of, {
      cell: (row) => {
        const value = of(row);
        return typeof value === "number" ? format.integer(value) : value;
      },
      numeric: typeof rows[0]?.[index] === "number",
      sorts: true,
    });
  });
  return (
    <Section
      bare
      title={title}
      aside={
        shown.length === 0 ? undefined : <ExportButton name={`consolidation-${name}`} columns={columns} rows={shown} />
      }
    >
      {shown.length === 0 ? (
        <Empty title={t("consolidation.nothing")} />
      ) : (
        <Table
          caption={t("consolidation.tableOf", { title })}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.key}
          ruled
        />
      )}
    </Section>
  );
}
