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
import { column } from "../parts/column";
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
    column("useCase", t("registry.name"), "use_case", (row) => row.name, {
      cell: (row) => (
        <>
          <Link className="quiet" to={`/use-cases/${row.id}/show?view=evaluations`}>
            {row.name}
          </Link>
          <span className="sub">{t(`useCaseState.${row.state}`)}</span>
        </>
      ),
    }),
    column("organisation", t("registry.organisation"), "organisation", (row) => row.organisation.slug, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("due", t("evaluations.dueOn"), "due_on", dueOn, {
      cell: (row) => (
        <>
          {format.date(`${dueOn(row)}T12:00:00Z`)}
          <Due days={daysLate(dueOn(row), new Date())} />
        </>
      ),
    }),
    column(
      "underWay",
      t("evaluations.underWay"),
      "under_way",
      (row) => row.evaluations.filter(({ state }) => state !== "PUBLISHED").length,
      {
        cell: (row) => {
          const open = row.evaluations.filter(({ state }) => state !== "PUBLISHED");
          if (open.length === 0) return <StateWord state="warned">{t("evaluations.noneUnderWay")}</StateWord>;
          return open.map(({ id, body, state }) => (
            <span key={id} className="sub">
              {t("evaluations.bodyState", { body, state: t(`evaluationState.${state}`) })}
            </span>
          ));
        },
      },
    ),
    column(
      "last",
      t("evaluations.lastPublished"),
      "last_published",
      (row) => row.evaluations.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? null,
      {
        cell: (row) => {
          const last = row.evaluations.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt;
          return last === undefined || last === null ? NONE : format.date(last);
        },
      },
    ),
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
