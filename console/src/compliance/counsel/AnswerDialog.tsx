import { useTranslate } from "react-admin";
import { AnswerQuestion, type AnswerQuestionData, type QuestionRow } from "../../generated/operations";
import type { FieldSpec } from "../../parts/form/field-spec";
import { chosenIn } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useRuleChoices } from "../use-rule-choices";

interface Props {
  readonly question: QuestionRow;
  readonly onClose: () => void;
}

/** Answers a question, or betters the answer until doctrine is drawn from it. */
export function AnswerDialog({ question, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(AnswerQuestion, pick);
  const rules = useRuleChoices();
  const specs: readonly FieldSpec<"answer" | "rules">[] = [
    { name: "answer", kind: "text", min: 3, max: 4000 },
    { name: "rules", kind: "many", optional: true, choices: rules },
  ];
  return (
    <FormDialog
      title={t("question.answerTitle", { title: question.title })}
      confirm={t("question.act.answer")}
      words="question"
      specs={specs}
      initial={{ answer: question.answer ?? "", rules: question.rules.join(",") }}
      act={act}
      variables={({ answer, rules: chosen }) => ({
        input: { id: question.id, version: question.version, answer: answer.trim(), rules: chosenIn(chosen) },
      })}
      done={t("question.answered")}
      onClose={onClose}
    >
      <p className="ink2">{question.question}</p>
    </FormDialog>
  );
}

const pick = (data: AnswerQuestionData) => data.answerQuestion;
