import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { AccountLine } from "../parts/AccountLine";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { FIGURES, sumOf, type Total, totalsOf } from "./cell-totals";
import { SignalTables } from "./SignalTables";
import type { ConsolidationSheet } from "./campaign-states";

type Report = NonNullable<ConsolidationSheet["report"]>;
type Equality = Report["reconciliation"][number];

/** Needs against capacities, the equalities that hold between them, and what follows. */
export function ConsolidationFigures({ sheet }: { readonly sheet: ConsolidationSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const totals = totalsOf(sheet.cells);
  const { report } = sheet;
  return (
    <div className="stack">
      <AccountLine
        label={t("consolidation.account")}
        items={[
          { label: t("consolidation.figure.granted"), value: format.decimal(sumOf(totals, "granted")) },
          { label: t("consolidation.figure.unmet"), value: format.decimal(sumOf(totals, "unmet")), operator: "+" },
          {
            label: t("consolidation.figure.demand"),
            value: format.decimal(sumOf(totals, "demand")),
            operator: "=",
            kind: "total",
          },
        ]}
      />
      <p className="ink2 small">
        {t("consolidation.unit")} {t("consolidation.digest")}{" "}
        <span className="mono">{sheet.inputDigest?.slice(0, 16)}</span>
      </p>
      {report === null ? null : <Reconciliation rows={report.reconciliation} />}
      <Totals rows={totals} />
      {report === null ? (
        <Empty title={t("consolidation.ownOnly")} />
      ) : (
        <>
          <Pooling report={report} />
          <SignalTables report={report} />
        </>
      )}
    </div>
  );
}

function Totals({ rows }: { readonly rows: readonly Total[] }) {
  const t = useTranslate();
  const format = useFormat();
  const word = (id: "quarter" | "gpuType" | "zone", total?: ReactNode): Column<Total> =>
    column(id, t(`campaigns.${id}`), id, (row) => row[id], {
      cell: (row) => (id === "zone" ? t(`zone.${row.zone}`, { _: row.zone }) : row[id]),
      sorts: true,
      total,
    });
  const columns: readonly Column<Total>[] = [
    word("quarter", t("table.total")),
    word("gpuType"),
    word("zone"),
    ...FIGURES.map((figure): Column<Total> =>
      column(figure, t(`consolidation.figure.${figure}`), figure, (row) => row[figure], {
        cell: (row) => format.decimal(row[figure], 2),
        numeric: true,
        sorts: true,
        total: format.decimal(sumOf(rows, figure), 2),
      }),
    ),
  ];
  return (
    <Section
      bare
      title={t("consolidation.totals")}
      aside={<ExportButton name="consolidation-totals" columns={columns} rows={rows} />}
    >
      {rows.length === 0 ? (
        <Empty title={t("consolidation.noCell")} />
      ) : (
        <Table
          caption={t("consolidation.tableOf", { title: t("consolidation.totals") })}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.quarter}-${row.gpuType}-${row.zone}`}
          ruled
        />
      )}
    </Section>
  );
}

/** Two sums taken on different ways; a difference is shown, zero included. */
function Reconciliation({ rows }: { readonly rows: readonly Equality[] }) {
  const t = useTranslate();
  const format = useFormat();
  const side = (id: "left" | "right" | "difference"): Column<Equality> =>
    column(id, t(`consolidation.${id}`), id, (row) => row[id], {
      cell: (row) => format.decimal(row[id], 2),
      numeric: true,
      sorts: true,
    });
  const columns: readonly Column<Equality>[] = [
    column("code", t("consolidation.equality"), "code", (row) => row.code, {
      show: (value) => t(`consolidation.line.${value}`, { _: value }),
    }),
    side("left"),
    side("right"),
    side("difference"),
    column("verdict", t("consolidation.verdict"), "mustBeZero", (row) => String(row.mustBeZero), {
      cell: (row) => {
        if (!row.mustBeZero) return t("consolidation.fact");
        return row.difference === 0 ? (
          <StateWord state="active">{t("consolidation.exact")}</StateWord>
        ) : (
          <StateWord state="refused">{t("consolidation.wrong")}</StateWord>
        );
      },
    }),
  ];
  return (
    <Section
      bare
      title={t("consolidation.reconciliation")}
      aside={<ExportButton name="consolidation-reconciliation" columns={columns} rows={rows} />}
    >
      <Table
        caption={t("consolidation.tableOf", { title: t("consolidation.reconciliation") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.code}
        ruled
      />
    </Section>
  );
}

interface Saving {
  readonly id: string;
  readonly alone: string;
  readonly pooled: string;
  readonly saved: string;
}

/** The same demand, each on its own GPUs and all on shared ones. */
function Pooling({ report: { savings } }: { readonly report: Report }) {
  const t = useTranslate();
  const format = useFormat();
  const row = (id: string, alone: number | null, pooled: number | null, print: (value: number) => string): Saving => ({
    id,
    alone: format.orNone(alone, print),
    pooled: format.orNone(pooled, print),
    saved: format.orNone(alone === null || pooled === null ? null : alone - pooled, print),
  });
  const rows = [
    row("gpus", savings.aloneGpus, savings.pooledGpus, (value) => format.unit(value, "GPU")),
    row("hours", savings.aloneGpuHours, savings.pooledGpuHours, (value) => format.unit(value, "GPU·h", 0)),
    row("euros", savings.aloneEuros, savings.pooledEuros, (value) => format.euro(value, 0)),
    row("carbon", savings.aloneKgCo2e, savings.pooledKgCo2e, (value) => format.unit(value, "kg CO₂e", 0)),
  ];
  const columns: readonly Column<Saving>[] = [
    { id: "id", header: t("consolidation.measure"), cell: (one) => t(`consolidation.saving.${one.id}`) },
    { id: "alone", header: t("consolidation.alone"), numeric: true, cell: (one) => one.alone },
    { id: "pooled", header: t("consolidation.pooled"), numeric: true, cell: (one) => one.pooled },
    { id: "saved", header: t("consolidation.saved"), numeric: true, cell: (one) => one.saved },
  ];
  return (
    <Section bare title={t("consolidation.savings")}>
      <Table
        caption={t("consolidation.tableOf", { title: t("consolidation.savings") })}
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        ruled
      />
      <p className="ink2 small">
        {t(`consolidation.savingsMethod.${savings.method.split(";")[0]?.replaceAll(/\W+/gu, "_") ?? ""}`, {
          _: savings.method,
        })}
      </p>
    </Section>
  );
}
