import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ComplianceQuestions, type QuestionRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { QUESTION_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { AskQuestionDialog } from "./AskQuestionDialog";
import { QuestionDialog } from "./QuestionDialog";

const STATES = ["OPEN", "ANSWERED", "PUBLISHED"];

/** What ministries ask, the soonest to answer first. */
export function QuestionsTab() {
  const t = useTranslate();
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: ComplianceQuestions,
    pick: (data) => data.complianceQuestions,
    sort: "DUE",
    states: STATES,
  });
  const [asking, setAsking] = useState(false);
  const may = useAbility("declare", "Question");
  const columns = useColumns(open);
  return (
    <DeskFrame
      tab="questions"
      exported={{ columns, list }}
      actions={
        <ExplainedButton
          variant="contained"
          onClick={() => setAsking(true)}
          disabledReason={may ? undefined : t("question.notYouToAsk")}
        >
          <Plus className="icon" aria-hidden="true" />
          {t("question.ask")}
        </ExplainedButton>
      }
    >
      <DeskList tab="questions" list={list} stateWords="questionState" columns={columns} rowKey={(row) => row.id} />
      {asking ? <AskQuestionDialog onClose={() => setAsking(false)} /> : null}
      {opened === null ? null : <QuestionDialog id={opened} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<QuestionRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "title",
      header: t("question.field.title"),
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.title}
        </button>
      ),
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "topic",
      header: t("question.field.topic"),
      cell: (row) => t(`questionTopic.${row.topic}`),
      csv: { header: "topic", value: (row) => row.topic },
    },
    {
      id: "body",
      header: t("registry.organisation"),
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
      csv: { header: "organisation", value: (row) => row.organisation?.name ?? null },
    },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => (
        <StateWord state={row.late ? "refused" : QUESTION_TAG[row.state]}>
          {row.late ? t("question.late") : t(`questionState.${row.state}`)}
        </StateWord>
      ),
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "due",
      header: t("question.dueOn"),
      cell: (row) => format.date(row.dueOn),
      csv: { header: "due_on", value: (row) => row.dueOn },
    },
  ];
}
