import { useState } from "react";
import { useTranslate } from "react-admin";
import type { SubmissionStepRow } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import type { Act } from "../providers/use-act";
import { type FieldSpec, orNull } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { reasonOf } from "../parts/form/reason-spec";
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
  const act = useStep();
  const overCommitted = option.conditions.some((one) => one.code === "declaration.not_over_committed" && !one.met);
  const specs: readonly FieldSpec<"over" | "reason">[] = [
    ...(overCommitted ? [OVER] : []),
    { ...reasonOf(LEAST), ...(SAYS_WHY.includes(option.step) ? {} : OPTIONAL) },
  ];
  return (
    <FormDialog
      title={t(`submissionStep.${option.step}`)}
      confirm={t(`submissionStep.${option.step}`)}
      words="overCommitment"
      specs={specs}
      initial={NOTHING}
      act={act}
      variables={({ over, reason }) => ({
        id: submission.id,
        step: option.step,
        expectedVersion: submission.version,
        reason: orNull(reason),
        overCommitmentReason: orNull(over),
      })}
      done={t("submission.moved", { state: t(`submissionState.${option.to}`) })}
      onClose={onClose}
    >
      <p>{t(`submission.consequence.${option.step}`)}</p>
    </FormDialog>
  );
}

/** Also of the field that this step may not ask. */
const NOTHING = { over: "", reason: "" };
const OVER: FieldSpec<"over"> = { name: "over", kind: "text", min: LEAST, max: 2000 };
/** Whoever says why all the same may say it in few words. */
const OPTIONAL = { optional: true, min: 1 } as const;
