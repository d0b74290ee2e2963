import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ComplianceQuestions, type QuestionRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { column } from "../../parts/column";
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
    column("title", t("question.field.title"), "title", (row) => row.title, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.title}
        </button>
      ),
    }),
    column("topic", t("question.field.topic"), "topic", (row) => row.topic, {
      show: (value) => t(`questionTopic.${value}`),
    }),
    column("body", t("registry.organisation"), "organisation", (row) => row.organisation?.name ?? null, {
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
    }),
    column("state", t("desk.state"), "state", (row) => row.state, {
      cell: (row) => (
        <StateWord state={row.late ? "refused" : QUESTION_TAG[row.state]}>
          {row.late ? t("question.late") : t(`questionState.${row.state}`)}
        </StateWord>
      ),
    }),
    column("due", t("question.dueOn"), "due_on", (row) => row.dueOn, { show: format.date }),
  ];
}
