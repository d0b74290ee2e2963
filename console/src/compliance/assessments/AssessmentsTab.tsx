import { useTranslate } from "react-admin";
import { type AssessmentRow, Assessments } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { EDITION_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { AssessmentDialog } from "./AssessmentDialog";

const STATES = ["DRAFT", "DONE", "TO_REVIEW", "SUPERSEDED"];

/** Editions of every kind, those to do again first. A draft is opened on its use case. */
export function AssessmentsTab() {
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: Assessments,
    pick: (data) => data.assessments,
    sort: "DUE",
    states: STATES,
  });
  const columns = useColumns(open);
  return (
    <DeskFrame tab="assessments" exported={{ columns, list }}>
      <DeskList tab="assessments" list={list} stateWords="assessmentState" columns={columns} rowKey={(row) => row.id} />
      {opened === null ? null : <AssessmentDialog id={opened} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<AssessmentRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "useCase",
      header: t("desk.useCase"),
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.useCase?.name ?? t("desk.unseen")}
        </button>
      ),
      csv: { header: "use_case", value: (row) => row.useCase?.name ?? null },
    },
    {
      id: "kind",
      header: t("assessment.kindOf"),
      cell: (row) => t(`assessment.kind.${row.kind}`),
      csv: { header: "kind", value: (row) => row.kind },
    },
    {
      id: "body",
      header: t("registry.organisation"),
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
      csv: { header: "organisation", value: (row) => row.organisation?.name ?? null },
    },
    {
      id: "edition",
      header: t("assessment.edition"),
      cell: (row) => format.integer(row.edition),
      numeric: true,
      csv: { header: "edition", value: (row) => row.edition },
    },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => <StateWord state={EDITION_TAG[row.state]}>{t(`assessmentState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "due",
      header: t("assessment.field.reviewOn"),
      cell: (row) => (row.reviewOn === null ? "" : format.date(row.reviewOn)),
      csv: { header: "review_on", value: (row) => row.reviewOn },
    },
  ];
}
