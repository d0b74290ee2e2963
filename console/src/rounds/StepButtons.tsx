import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { StepRound, type StepRoundData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { ReasonField } from "../parts/form/ReasonField";
import { roundReasonIsEnough } from "./round-reason";
import { isPlainStep, type PlainStep, type RoundSheet } from "./round-states";

/** The next steps of the round's life; one that is not for this person says so. */
export function StepButtons({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const [step, setStep] = useState<PlainStep | null>(null);
  const abilities = usePerson()?.abilities ?? [];
  return (
    <>
      {sheet.round.acts.flatMap(({ act, ability }) =>
        isPlainStep(act) ? (
          <ExplainedButton
            key={act}
            variant="outlined"
            onClick={() => setStep(act)}
            disabledReason={abilities.includes(ability) ? undefined : t("rounds.notYou")}
          >
            {t(`rounds.step.${act}`)}
          </ExplainedButton>
        ) : (
          []
        ),
      )}
      {step === null ? null : <StepDialog sheet={sheet} step={step} onClose={() => setStep(null)} />}
    </>
  );
}

interface DialogProps {
  readonly sheet: RoundSheet;
  readonly step: PlainStep;
  readonly onClose: () => void;
}

function StepDialog({ sheet, step, onClose }: DialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(StepRound, pick);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { id: roundId, version: expectedVersion } = sheet.round;
  const confirm = async () => {
    setTried(true);
    if (!roundReasonIsEnough(reason)) return;
    const input = { roundId, expectedVersion, step: STEPS[step], reason: reason.trim() };
    if ((await act.run({ input })) === null) return;
    onClose();
    notify(t("rounds.stepped"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(`rounds.step.${step}`)}
      confirm={t(`rounds.step.${step}`)}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`rounds.consequence.${step}`)}</p>
      <ReasonField
        id="round-reason"
        value={reason}
        onChange={setReason}
        error={tried && !roundReasonIsEnough(reason) ? t("rounds.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const STEPS = {
  submit: "SUBMIT",
  review: "REVIEW",
  arbitrate: "ARBITRATE",
  propose: "PROPOSE",
  expedite: "EXPEDITE",
  activate: "ACTIVATE",
  look_back: "LOOK_BACK",
  complement: "COMPLEMENT",
  close: "CLOSE",
} as const satisfies Record<PlainStep, string>;

const pick = (data: StepRoundData) => data.stepRound;
