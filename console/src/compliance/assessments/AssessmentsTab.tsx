import { useTranslate } from "react-admin";
import { type AssessmentRow, Assessments } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { column } from "../../parts/column";
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
    column("useCase", t("desk.useCase"), "use_case", (row) => row.useCase?.name ?? null, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.useCase?.name ?? t("desk.unseen")}
        </button>
      ),
    }),
    column("kind", t("assessment.kindOf"), "kind", (row) => row.kind, {
      show: (value) => t(`assessment.kind.${value}`),
    }),
    column("body", t("registry.organisation"), "organisation", (row) => row.organisation?.name ?? null, {
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
    }),
    column("edition", t("assessment.edition"), "edition", (row) => row.edition, {
      show: format.integer,
      numeric: true,
    }),
    column("state", t("desk.state"), "state", (row) => row.state, {
      show: (value) => <StateWord state={EDITION_TAG[value]}>{t(`assessmentState.${value}`)}</StateWord>,
    }),
    column("due", t("assessment.field.reviewOn"), "review_on", (row) => row.reviewOn, {
      show: (value) => (value === null ? "" : format.date(value)),
    }),
  ];
}
