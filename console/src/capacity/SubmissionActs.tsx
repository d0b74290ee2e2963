import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import type { SubmissionStepRow } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Field } from "../parts/Field";
import type { Act } from "../providers/use-act";
import { ReasonField } from "../parts/form/ReasonField";
import { closedBecause } from "./step-reason";

/** What a step is sent with; the server checks the version that was looked at. */
export interface StepInput {
  readonly id: string;
  readonly step: SubmissionStepRow["step"];
  readonly expectedVersion: number;
  readonly reason: string | null;
  readonly overCommitmentReason: string | null;
}

interface Props {
  readonly submission: {
    readonly id: string;
    readonly version: number;
    readonly steps: readonly SubmissionStepRow[];
  };
  readonly useStep: () => Act<StepInput, unknown>;
}

const SAYS_WHY: readonly SubmissionStepRow["step"][] = [
  "SEND_BACK",
  "REFER_BACK",
  "MATCH",
  "MATCH_PARTIALLY",
  "LEAVE_UNMET",
];
/** As many characters as the server asks of a reason. */
const LEAST = 10;

/** The steps that the state allows; who may not take one reads why. */
export function SubmissionActs({ submission, useStep }: Props) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<SubmissionStepRow | null>(null);
  return (
    <>
      {submission.steps.map((option) => (
        <ExplainedButton
          key={option.step}
          variant={SAYS_WHY.includes(option.step) || option.step === "WITHDRAW" ? "outlined" : "contained"}
          disabledReason={closedBecause(option, t)}
          onClick={() => setChosen(option)}
        >
          {t(`submissionStep.${option.step}`)}
        </ExplainedButton>
      ))}
      {chosen === null ? null : (
        <StepDialog submission={submission} useStep={useStep} option={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

interface DialogProps extends Props {
  readonly option: SubmissionStepRow;
  readonly onClose: () => void;
}

function StepDialog({ submission, useStep, option, onClose }: DialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useStep();
  const [reason, setReason] = useState("");
  const [over, setOver] = useState("");
  const [tried, setTried] = useState(false);
  const overCommitted = option.conditions.some((one) => one.code === "declaration.not_over_committed" && !one.met);
  const short = SAYS_WHY.includes(option.step) && reason.trim().length < LEAST;
  const overShort = overCommitted && over.trim().length < LEAST;
  const confirm = async () => {
    setTried(true);
    if (short || overShort) return;
    const done = await act.run({
      id: submission.id,
      step: option.step,
      expectedVersion: submission.version,
      reason: orNull(reason),
      overCommitmentReason: orNull(over),
    });
    if (done === null) return;
    onClose();
    notify(t("submission.moved", { state: t(`submissionState.${option.to}`) }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(`submissionStep.${option.step}`)}
      confirm={t(`submissionStep.${option.step}`)}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`submission.consequence.${option.step}`)}</p>
      {overCommitted ? (
        <Field
          id="over-commitment"
          label={t("submission.over")}
          hint={t("submission.overHint")}
          error={tried && overShort ? t("submission.tooShort") : undefined}
        >
          {(attributes) => (
            <textarea {...attributes} rows={2} value={over} onChange={(event) => setOver(event.target.value)} />
          )}
        </Field>
      ) : null}
      <ReasonField
        id="submission-reason"
        value={reason}
        onChange={setReason}
        error={tried && short ? t("submission.tooShort") : undefined}
      />
    </ActDialog>
  );
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
