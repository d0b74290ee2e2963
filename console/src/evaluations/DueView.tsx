import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { DueEvaluations, type DueUseCase } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { daysLate } from "./evaluation-states";

/** Use cases that run, by the day on which they are to be evaluated again: late ones first. */
export function DueView() {
  const t = useTranslate();
  const list = useList({
    operation: DueEvaluations,
    variables: ({ first, after }) => ({ by: null, first, after }),
    pick: (data) => data.dueEvaluations,
  });
  const columns = useDueColumns();
  return (
    <Section
      bare
      title={t("evaluations.view.due")}
      aside={<ExportButton name="due-evaluations" columns={columns} rows={list.all} />}
    >
      <ListView
        list={list}
        caption={t("evaluations.dueCaption")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <Empty title={t("evaluations.noDue")}>
            <p className="ink2">{t("evaluations.noDueLead")}</p>
          </Empty>
        }
      />
    </Section>
  );
}

function useDueColumns(): readonly Column<DueUseCase>[] {
  const t = useTranslate();
  const format = useFormat();
  const dueOn = (row: DueUseCase): string => row.dossier.evaluationDueOn ?? "";
  return [
    {
      id: "useCase",
      header: t("registry.name"),
      sortBy: (row) => row.name,
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.id}/show?view=evaluations`}>
            {row.name}
          </Link>
          <span className="sub">{t(`useCaseState.${row.state}`)}</span>
        </>
      ),
      csv: { header: "use_case", value: (row) => row.name },
    },
    {
      id: "organisation",
      header: t("registry.organisation"),
      sortBy: (row) => row.organisation.name,
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
      csv: { header: "organisation", value: (row) => row.organisation.slug },
    },
    {
      id: "due",
      header: t("evaluations.dueOn"),
      sortBy: dueOn,
      cell: (row) => (
        <>
          {format.date(`${dueOn(row)}T12:00:00Z`)}
          <Due days={daysLate(dueOn(row), new Date())} />
        </>
      ),
      csv: { header: "due_on", value: dueOn },
    },
    {
      id: "underWay",
      header: t("evaluations.underWay"),
      cell: (row) => {
        const open = row.evaluations.filter(({ state }) => state !== "PUBLISHED");
        if (open.length === 0) return <StateWord state="warned">{t("evaluations.noneUnderWay")}</StateWord>;
        return open.map(({ id, body, state }) => (
          <span key={id} className="sub">
            {t("evaluations.bodyState", { body, state: t(`evaluationState.${state}`) })}
          </span>
        ));
      },
      csv: {
        header: "under_way",
        value: (row) => row.evaluations.filter(({ state }) => state !== "PUBLISHED").length,
      },
    },
    {
      id: "last",
      header: t("evaluations.lastPublished"),
      cell: (row) => {
        const last = row.evaluations.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt;
        return last === undefined || last === null ? NONE : format.date(last);
      },
      csv: {
        header: "last_published",
        value: (row) => row.evaluations.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? null,
      },
    },
  ];
}

function Due({ days }: { readonly days: number }) {
  const t = useTranslate();
  if (days > 0)
    return (
      <span className="sub">
        <StateWord state="refused">{t("home.late", { smart_count: days })}</StateWord>
      </span>
    );
  return <span className="sub">{days === 0 ? t("home.today") : t("home.dueIn", { smart_count: -days })}</span>;
}
