import { useTranslate } from "react-admin";
import { PublishDoctrine, type PublishDoctrineData, type QuestionRow } from "../../generated/operations";
import { chosenIn, type FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useRuleChoices } from "../use-rule-choices";

interface Props {
  readonly question: QuestionRow;
  readonly onClose: () => void;
}

/** Draws from a question a note for everybody, in words that name nobody. */
export function PublishDoctrineDialog({ question, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(PublishDoctrine, pick);
  const rules = useRuleChoices();
  const specs: readonly FieldSpec<"title" | "question" | "answer" | "rules">[] = [
    { name: "title", kind: "line", min: 3, max: 200 },
    { name: "question", kind: "text", min: 3, max: 4000 },
    { name: "answer", kind: "text", min: 3, max: 4000 },
    { name: "rules", kind: "many", choices: rules },
  ];
  return (
    <FormDialog
      title={t("question.publishTitle")}
      confirm={t("question.act.publish")}
      words="question"
      specs={specs}
      initial={{
        title: question.title,
        question: question.question,
        answer: question.answer ?? "",
        rules: question.rules.join(","),
      }}
      act={act}
      variables={({ rules: chosen, ...typed }) => ({
        input: { questionId: question.id, version: question.version, ...typed, rules: chosenIn(chosen) },
      })}
      done={t("question.published")}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("question.publishConsequence")}</li>
        <li>{t("question.publishAnonymous")}</li>
      </ul>
    </FormDialog>
  );
}

const pick = (data: PublishDoctrineData) => data.publishDoctrine;
