import { useState } from "react";
import { useTranslate } from "react-admin";
import { AskQuestion, type AskQuestionData, type QuestionTopic } from "../../generated/operations";
import type { FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useBodyChoices } from "../../parts/bodies/use-own-bodies";

type AskField = "organisationId" | "topic" | "title" | "question";
const TOPICS: readonly QuestionTopic[] = ["LEGAL", "ETHICS", "TECHNICAL"];

/** A ministry asks the compliance cell. */
export function AskQuestionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(AskQuestion, pick);
  const bodies = useBodyChoices();
  const [key] = useState(() => crypto.randomUUID());
  const specs: readonly FieldSpec<AskField>[] = [
    { name: "organisationId", kind: "choice", choices: bodies },
    { name: "topic", kind: "choice", choices: TOPICS.map((topic) => [topic, t(`questionTopic.${topic}`)]) },
    { name: "title", kind: "line", min: 3, max: 200 },
    { name: "question", kind: "text", min: 3, max: 4000 },
  ];
  return (
    <FormDialog
      title={t("question.ask")}
      confirm={t("question.askConfirm")}
      words="question"
      specs={specs}
      act={act}
      variables={(typed) => ({ input: { ...typed, topic: typed.topic as QuestionTopic, idempotencyKey: key } })}
      done={t("question.asked")}
      onClose={onClose}
    >
      <p className="ink2">{t("question.about")}</p>
    </FormDialog>
  );
}

const pick = (data: AskQuestionData) => data.askQuestion;
