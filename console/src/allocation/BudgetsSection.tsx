import { useState } from "react";
import { useTranslate } from "react-admin";
import { type BudgetRow, Budgets } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { Meter } from "../parts/Meter";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
import { type Column, Table } from "../parts/Table";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { UNIT_SIGN, budgetAmount } from "./budget-amount";
import type { BudgetHolder } from "./budget-form";
import { SetBudgetDialog } from "./SetBudgetDialog";

interface Props {
  /** Ids of the nodes whose budgets are listed, in that order. */
  readonly nodeIds: readonly string[];
  /** Who may be given a budget here. */
  readonly holders: readonly BudgetHolder[];
  readonly caption: string;
}

/** Ceilings of these nodes in their present period: used, held by requests that run, left. */
export function BudgetsSection({ nodeIds, holders, caption }: Props) {
  const t = useTranslate();
  const may = useAbility("set", "Budget");
  const [opened, setOpened] = useState<BudgetRow | "new" | null>(null);
  const query = useOperation(Budgets, {}, { every: 15_000 });
  const columns = useBudgetColumns(may ? setOpened : undefined);
  const rank = new Map(nodeIds.map((id, index) => [id, index]));
  const rows = (query.data?.budgets ?? [])
    .filter((budget) => rank.has(budget.nodeId))
    .sort((a, b) => (rank.get(a.nodeId) ?? 0) - (rank.get(b.nodeId) ?? 0) || a.unit.localeCompare(b.unit));
  return (
    <Section title={t("budget.title")} aside={t("budget.note")}>
      <QueryState query={query}>
        {() => (
          <>
            {rows.length === 0 ? (
              <Empty title={t("budget.empty")} />
            ) : (
              <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
            )}
            <div className="row" style={{ paddingTop: 8 }}>
              <ExplainedButton
                size="small"
                onClick={() => setOpened("new")}
                disabledReason={may ? undefined : t("budget.set.notYou")}
              >
                {t("budget.set.verb")}
              </ExplainedButton>
              {rows.length === 0 ? null : <ExportButton name="budgets" columns={columns} rows={rows} />}
            </div>
          </>
        )}
      </QueryState>
      {opened === null ? null : (
        <SetBudgetDialog holders={holders} present={opened === "new" ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Section>
  );
}

function useBudgetColumns(onChange?: (row: BudgetRow) => void): readonly Column<BudgetRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const amount = (id: "settled" | "leased" | "left" | "amount"): Column<BudgetRow> =>
    column(id, t(`budget.${id}`), id, (row) => row[id], {
      cell: (row) => <span className="nowrap">{budgetAmount(format, row[id], row.unit)}</span>,
      numeric: true,
    });
  return [
    column("holder", t("allocation.holder"), "holder", (row) => row.nodeName, {
      cell: (row) => (
        <>
          {row.nodeName}
          <span className="sub">
            {t(`budget.each.${row.period}`)}
            {row.modelId === null ? "" : `, ${t("budget.oneModel")}`}. {t(`budget.spent.${row.onExhaust}`)}.
          </span>
        </>
      ),
    }),
    column("bar", t("budget.used"), "unit", (row) => UNIT_SIGN[row.unit], { cell: (row) => <BudgetBar row={row} /> }),
    amount("settled"),
    amount("leased"),
    amount("left"),
    amount("amount"),
    ...(onChange === undefined
      ? []
      : [
          {
            id: "acts",
            header: <span className="sr-only">{t("table.acts")}</span>,
            numeric: true,
            cell: (row: BudgetRow) => (
              <button type="button" className="link" onClick={() => onChange(row)}>
                {t("budget.set.change")}
                <span className="sr-only">
                  {" "}
                  ({row.nodeName}, {t(`budget.unit.${row.unit}`)})
                </span>
              </button>
            ),
          },
        ]),
  ];
}

/** Used in full height, held in half height, left empty; the figures stand beside it. */
function BudgetBar({ row }: { readonly row: BudgetRow }) {
  const t = useTranslate();
  const format = useFormat();
  const share = (value: number): number => (row.amount === 0 ? 0 : value / row.amount);
  const label = t("budget.bar", {
    settled: format.percent(share(row.settled)),
    leased: format.percent(share(row.leased)),
    left: format.percent(share(row.left)),
  });
  return (
    <div style={{ minWidth: 96 }}>
      <Meter label={label} share={share(row.settled)} pending={share(row.leased)} />
      <span className="sub nowrap">
        {t("budget.meterShort", { share: format.percent(share(row.settled + row.leased)) })}
      </span>
    </div>
  );
}
