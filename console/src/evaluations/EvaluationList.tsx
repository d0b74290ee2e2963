import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Evaluations, type EvaluationState, type ListedEvaluation } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
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
    {
      id: "useCase",
      header: t("registry.name"),
      sortBy: (row) => row.useCase.name,
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.useCase.id}/show?view=evaluations`}>
            {row.useCase.name}
          </Link>
          <span className="sub">{row.useCase.organisation.acronym ?? row.useCase.organisation.name}</span>
        </>
      ),
      csv: { header: "use_case", value: (row) => row.useCase.name },
    },
    {
      id: "body",
      header: t("evaluations.field.body"),
      sortBy: (row) => row.body,
      cell: (row) => (
        <>
          {row.body}
          <span className="sub">{t(row.independent ? "evaluations.isIndependent" : "evaluations.isOwn")}</span>
        </>
      ),
      csv: { header: "body", value: (row) => row.body },
    },
    {
      id: "state",
      header: t("registry.state"),
      sortBy: (row) => row.state,
      cell: (row) => <StateWord state={evaluationTag(row.state)}>{t(`evaluationState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state.toLowerCase() },
    },
    {
      id: "verdict",
      header: t("evaluations.field.verdict"),
      sortBy: (row) => row.verdict,
      cell: (row) =>
        row.verdict === null ? (
          NONE
        ) : (
          <StateWord state={verdictTag(row.verdict)}>{t(`verdict.${row.verdict}`)}</StateWord>
        ),
      csv: { header: "verdict", value: (row) => row.verdict?.toLowerCase() ?? null },
    },
    {
      id: "figures",
      header: t("evaluations.metrics"),
      numeric: true,
      sortBy: (row) => row.metrics.length,
      cell: (row) => row.metrics.length,
      csv: { header: "figures", value: (row) => row.metrics.length },
    },
    {
      id: "published",
      header: t("evaluations.published"),
      sortBy: (row) => row.publishedAt,
      cell: (row) => (row.publishedAt === null ? NONE : format.date(row.publishedAt)),
      csv: { header: "published_at", value: (row) => row.publishedAt },
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: (row) => <EvaluationActs evaluation={row} />,
    },
  ];
}
