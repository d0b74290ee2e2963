import { useState } from "react";
import { useTranslate } from "react-admin";
import { TrainingTotals, type TrainingTotalsData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";

type Total = TrainingTotalsData["trainingTotals"][number];

/** The sums of one year, ministry by ministry, on a total that matches. */
export function TrainingTotalsView() {
  const t = useTranslate();
  const query = useOperation(TrainingTotals, {});
  const all = query.data?.trainingTotals ?? [];
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? years[0] ?? null;
  const rows = all.filter((row) => row.year === year);
  const columns = useTotalColumns(rows);
  return (
    <QueryState query={query}>
      {() =>
        year === null ? (
          <Empty title={t("training.empty")}>
            <p className="ink2">{t("training.emptyLead")}</p>
          </Empty>
        ) : (
          <Section
            bare
            title={t("training.totalsOf", { year })}
            aside={
              <>
                <label>
                  <span className="sr-only">{t("training.field.year")}</span>
                  <select
                    className="input choice"
                    value={year}
                    onChange={(event) => setChosen(Number(event.target.value))}
                  >
                    {years.map((one) => (
                      <option key={one} value={one}>
                        {one}
                      </option>
                    ))}
                  </select>
                </label>
                <ExportButton name={`training-${year}`} columns={columns} rows={rows} />
              </>
            }
          >
            <Table
              caption={t("training.totalsCaption", { year })}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.organisation.id}
              ruled
            />
          </Section>
        )
      }
    </QueryState>
  );
}

const sum = (rows: readonly Total[], of: (row: Total) => number | null): number =>
  rows.reduce((total, row) => total + (of(row) ?? 0), 0);

function useTotalColumns(rows: readonly Total[]): readonly Column<Total>[] {
  const t = useTranslate();
  const format = useFormat();
  const figure = (id: "trained" | "validated" | "target"): Column<Total> =>
    column(id, t(`training.${id}`), id, (row) => row[id], {
      cell: (row) => format.orNone(row[id], format.integer),
      numeric: true,
      sorts: true,
      total: rows.every((row) => row[id] === null) ? NONE : format.integer(sum(rows, (row) => row[id])),
    });
  return [
    column("organisation", t("pools.ministry"), "organisation", (row) => row.organisation.name, {
      sorts: true,
      total: t("table.total"),
    }),
    figure("trained"),
    figure("validated"),
    figure("target"),
    column(
      "reached",
      <span title={t("training.reachedHint")}>{t("training.reached")}</span>,
      "reached_percent",
      (row) => row.reachedPercent,
      {
        show: (value) => format.orNone(value, (percent) => format.percent(percent / 100)),
        numeric: true,
        sorts: true,
        total: "",
      },
    ),
  ];
}
