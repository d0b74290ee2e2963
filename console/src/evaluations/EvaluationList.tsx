import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Evaluations, type EvaluationState, type ListedEvaluation } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { EvaluationActs } from "./EvaluationActs";
import { evaluationTag, verdictTag } from "./evaluation-states";

/** Evaluations in reach, newest first. @param states empty for all */
export function EvaluationList({ states }: { readonly states: readonly EvaluationState[] }) {
  const t = useTranslate();
  const list = useList({
    operation: Evaluations,
    variables: (asked) => ({ ...asked, states: [...states] }),
    pick: (data) => data.evaluations,
  });
  const columns = useEvaluationColumns();
  return (
    <>
      <ListView
        list={list}
        caption={t("evaluations.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        search={t("evaluations.search")}
        filters={<ExportButton name="evaluations" columns={columns} rows={list.all} />}
        empty={
          <Empty title={t("evaluations.empty")}>
            <p className="ink2">{t("evaluations.emptyLead")}</p>
          </Empty>
        }
      />
    </>
  );
}

function useEvaluationColumns(): readonly Column<ListedEvaluation>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("useCase", t("registry.name"), "use_case", (row) => row.useCase.name, {
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.useCase.id}/show?view=evaluations`}>
            {row.useCase.name}
          </Link>
          <span className="sub">{row.useCase.organisation.acronym ?? row.useCase.organisation.name}</span>
        </>
      ),
    }),
    column("body", t("evaluations.field.body"), "body", (row) => row.body, {
      cell: (row) => (
        <>
          {row.body}
          <span className="sub">{t(row.independent ? "evaluations.isIndependent" : "evaluations.isOwn")}</span>
        </>
      ),
    }),
    column("state", t("registry.state"), "state", (row) => row.state.toLowerCase(), {
      cell: (row) => <StateWord state={evaluationTag(row.state)}>{t(`evaluationState.${row.state}`)}</StateWord>,
    }),
    column("verdict", t("evaluations.field.verdict"), "verdict", (row) => row.verdict?.toLowerCase() ?? null, {
      cell: (row) =>
        row.verdict === null ? (
          NONE
        ) : (
          <StateWord state={verdictTag(row.verdict)}>{t(`verdict.${row.verdict}`)}</StateWord>
        ),
    }),
    column("figures", t("evaluations.metrics"), "figures", (row) => row.metrics.length, { numeric: true }),
    column("published", t("evaluations.published"), "published_at", (row) => row.publishedAt, {
      show: (value) => (value === null ? NONE : format.date(value)),
    }),
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: (row) => <EvaluationActs evaluation={row} />,
    },
  ];
}
