import { useState } from "react";
import { useTranslate } from "react-admin";
import { DeclareTraining, type DeclareTrainingData } from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useBodyChoices } from "../parts/bodies/use-own-bodies";
import { trainingInput, trainingSpecs } from "./training-forms";

/** A body says how many agents one programme trained in a year; somebody else of it vouches for the count. */
export function DeclareTrainingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(DeclareTraining, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("training.declare.verb")}
      confirm={t("training.declare.confirm")}
      words="training"
      specs={trainingSpecs(useBodyChoices())}
      initial={{ year: String(new Date().getFullYear()) }}
      act={act}
      variables={(typed) => ({ input: trainingInput(typed, key) })}
      done={t("training.declare.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("training.declare.about")}</p>
    </FormDialog>
  );
}

const pick = (data: DeclareTrainingData) => data.declareTraining;
