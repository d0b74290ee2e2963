import { useTranslate } from "react-admin";
import { type AssessmentRow, Assessments } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { EDITION_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../use-opened";
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
  return (
    <DeskFrame tab="assessments">
      <DeskList
        tab="assessments"
        list={list}
        stateWords="assessmentState"
        columns={useColumns(open)}
        rowKey={(row) => row.id}
      />
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
    },
    { id: "kind", header: t("assessment.kindOf"), cell: (row) => t(`assessment.kind.${row.kind}`) },
    {
      id: "body",
      header: t("registry.organisation"),
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
    },
    { id: "edition", header: t("assessment.edition"), cell: (row) => format.integer(row.edition), numeric: true },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => <StateWord state={EDITION_TAG[row.state]}>{t(`assessmentState.${row.state}`)}</StateWord>,
    },
    {
      id: "due",
      header: t("assessment.field.reviewOn"),
      cell: (row) => (row.reviewOn === null ? "" : format.date(row.reviewOn)),
    },
  ];
}
