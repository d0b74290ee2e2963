import { useState } from "react";
import { useTranslate } from "react-admin";
import { ComplianceQuestion, type QuestionRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { Tag } from "../../parts/Tag";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { QUESTION_TAG } from "../desk-state";
import { OfUseCase } from "../OfUseCase";
import { Facts, type RecordAct, RecordDialog } from "../../parts/RecordDialog";
import { AnswerDialog } from "./AnswerDialog";
import { PublishDoctrineDialog } from "./PublishDoctrineDialog";

type Act = "answer" | "publish";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One question with its answer, and what follows. */
export function QuestionDialog({ id, onClose }: Props) {
  const t = useTranslate();
  const question = useOperation(ComplianceQuestion, { id }).data?.complianceQuestion;
  const [act, setAct] = useState<Act | null>(null);
  const may = { answer: useAbility("answer", "Question"), publish: useAbility("publish", "Question") };
  if (question === undefined || question === null) return null;
  if (act === "answer") return <AnswerDialog question={question} onClose={() => setAct(null)} />;
  if (act === "publish") return <PublishDoctrineDialog question={question} onClose={() => setAct(null)} />;
  const acts: readonly RecordAct<Act>[] = [
    ...(question.state === "PUBLISHED"
      ? []
      : [{ id: "answer", whyNot: may.answer ? undefined : t("question.notYou.answer") } as const]),
    ...(question.state === "ANSWERED"
      ? [{ id: "publish", whyNot: may.publish ? undefined : t("question.notYou.publish") } as const]
      : []),
  ];
  return (
    <RecordDialog
      title={question.title}
      tag={<Tag state={QUESTION_TAG[question.state]}>{t(`questionState.${question.state}`)}</Tag>}
      words="question"
      acts={acts}
      onAct={setAct}
      onClose={onClose}
    >
      <QuestionFacts question={question} />
    </RecordDialog>
  );
}

function QuestionFacts({ question }: { readonly question: QuestionRow }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Facts
      facts={[
        [t("registry.organisation"), question.organisation?.name ?? ""],
        [t("desk.useCase"), question.useCase === null ? "" : <OfUseCase key="it" useCase={question.useCase} />],
        [t("question.field.topic"), t(`questionTopic.${question.topic}`)],
        [t("question.askedBy"), `${question.askedBy}, ${format.date(question.askedAt)}`],
        [t("question.dueOn"), format.date(question.dueOn)],
        [t("question.field.question"), question.question],
        [t("question.field.answer"), question.answer ?? ""],
        [t("question.answeredBy"), question.answeredBy ?? ""],
        [t("question.field.rules"), question.rules.join(", ")],
      ]}
    />
  );
}
