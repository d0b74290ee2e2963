import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  Assessment,
  type AssessmentData,
  ConcludeAssessment,
  type ConcludeAssessmentData,
  QuestionAssessment,
  type QuestionAssessmentData,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { FormDialog } from "../../parts/form/FormDialog";
import { Tag } from "../../parts/Tag";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { EDITION_TAG } from "../desk-state";
import { OfUseCase } from "../OfUseCase";
import { REASON } from "../../parts/form/reason-spec";
import { Facts, type RecordAct, RecordDialog } from "../../parts/RecordDialog";

type Sheet = NonNullable<AssessmentData["assessment"]>;
type Act = "conclude" | "question";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One edition with its answers, concluded by somebody else or asked again. */
export function AssessmentDialog({ id, onClose }: Props) {
  const t = useTranslate();
  const sheet = useOperation(Assessment, { id }).data?.assessment;
  const [act, setAct] = useState<Act | null>(null);
  const may = { conclude: useAbility("validate", "Assessment"), question: useAbility("review", "Assessment") };
  if (sheet === undefined || sheet === null) return null;
  if (act !== null) return <ActOn sheet={sheet} act={act} onClose={() => setAct(null)} />;
  const step: Act | null = sheet.state === "DRAFT" ? "conclude" : sheet.state === "DONE" ? "question" : null;
  const acts: readonly RecordAct<Act>[] =
    step === null ? [] : [{ id: step, whyNot: may[step] ? undefined : t(`assessment.notYou.${step}`) }];
  return (
    <RecordDialog
      title={t("assessment.title", { kind: t(`assessment.kind.${sheet.kind}`), edition: sheet.edition })}
      tag={<Tag state={EDITION_TAG[sheet.state]}>{t(`assessmentState.${sheet.state}`)}</Tag>}
      words="assessment"
      acts={acts}
      onAct={setAct}
      onClose={onClose}
    >
      <AssessmentFacts sheet={sheet} />
    </RecordDialog>
  );
}

function ActOn({ sheet, act, onClose }: { readonly sheet: Sheet; readonly act: Act; readonly onClose: () => void }) {
  const t = useTranslate();
  const conclude = useAct(ConcludeAssessment, pickConcluded);
  const question = useAct(QuestionAssessment, pickQuestioned);
  const { id, version } = sheet;
  const frame = {
    title: t(`assessment.${act}Title`),
    confirm: t(`assessment.act.${act}`),
    done: t(`assessment.${act}Done`),
    onClose,
    children: <p className="ink2">{t(`assessment.${act}Consequence`)}</p>,
  };
  if (act === "conclude")
    return <FormDialog {...frame} words="desk" specs={[]} act={conclude} variables={() => ({ id, version })} />;
  return (
    <FormDialog
      {...frame}
      words="desk"
      specs={REASON}
      act={question}
      variables={({ reason }) => ({ input: { id, version, reason: reason.trim() } })}
    />
  );
}

function AssessmentFacts({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const told = (value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "assessment.yes" : "assessment.no");
    if (Array.isArray(value)) return value.map((each) => told(each)).join(", ");
    return typeof value === "string" ? t(`assessment.list.${value}`, { _: value }) : "";
  };
  const answers = Object.entries((sheet.answers ?? {}) as Record<string, unknown>);
  return (
    <Facts
      facts={[
        [t("desk.useCase"), <OfUseCase key="it" useCase={sheet.useCase} />],
        [t("assessment.field.reference"), sheet.reference],
        [t("assessment.draftedBy"), `${sheet.draftedBy}, ${format.date(sheet.draftedAt)}`],
        [t("assessment.concludedBy"), sheet.concludedBy ?? ""],
        [t("assessment.field.reviewOn"), sheet.reviewOn === null ? "" : format.date(sheet.reviewOn)],
        [t("assessment.reviewReason"), sheet.reviewReason ?? ""],
        ...answers.map(([name, value]): [string, string] => [t(`assessment.field.${name}`, { _: name }), told(value)]),
      ]}
    />
  );
}

const pickConcluded = (data: ConcludeAssessmentData) => data.concludeAssessment;
const pickQuestioned = (data: QuestionAssessmentData) => data.questionAssessment;
