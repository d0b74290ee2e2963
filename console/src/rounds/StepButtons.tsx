import { useState } from "react";
import { useTranslate } from "react-admin";
import { StepRound, type StepRoundData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { FormDialog } from "../parts/form/FormDialog";
import { ROUND_REASON } from "./round-reason";
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
  const act = useAct(StepRound, pick);
  const { id: roundId, version: expectedVersion } = sheet.round;
  return (
    <FormDialog
      title={t(`rounds.step.${step}`)}
      confirm={t(`rounds.step.${step}`)}
      words="rounds"
      specs={ROUND_REASON}
      act={act}
      variables={({ reason }) => ({
        input: { roundId, expectedVersion, step: STEPS[step], reason: reason.trim() },
      })}
      done={t("rounds.stepped")}
      onClose={onClose}
    >
      <p>{t(`rounds.consequence.${step}`)}</p>
    </FormDialog>
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
