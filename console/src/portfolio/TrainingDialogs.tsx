import { useTranslate } from "react-admin";
import {
  CorrectTraining,
  type CorrectTrainingData,
  type TrainingRow,
  ValidateTraining,
  type ValidateTrainingData,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { figureOf, figureOrNull } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { correctionSpecs } from "./training-forms";

interface Props {
  readonly row: TrainingRow;
  readonly onClose: () => void;
}

/** Other counts, on the version that was looked at; what was validated has to be validated again. */
export function CorrectTrainingDialog({ row, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(CorrectTraining, pickCorrected);
  return (
    <FormDialog
      title={t("training.correct.title", { programme: row.programme, year: row.year })}
      confirm={t("training.correct.verb")}
      words="training"
      specs={correctionSpecs}
      initial={{ trained: String(row.trained), target: row.target === null ? "" : String(row.target) }}
      act={act}
      variables={(typed) => ({
        input: {
          id: row.id,
          version: row.version,
          trained: figureOf(typed.trained),
          target: figureOrNull(typed.target),
          reason: typed.reason.trim(),
        },
      })}
      done={t("training.correct.done")}
      onClose={onClose}
    >
      {row.state === "VALIDATED" ? <p className="note warning">{t("training.correct.again")}</p> : null}
    </FormDialog>
  );
}

/** Somebody else of the body vouches for the count. */
export function ValidateTrainingDialog({ row, onClose }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(ValidateTraining, pickValidated);
  return (
    <FormDialog
      title={t("training.validate.title", { programme: row.programme, year: row.year })}
      confirm={t("training.validate.verb")}
      words="training"
      specs={[]}
      act={act}
      variables={() => ({ id: row.id, version: row.version })}
      done={t("training.validate.done")}
      onClose={onClose}
    >
      <p>
        {t("training.validate.about", { count: format.integer(row.trained), source: row.source ?? t("form.notSaid") })}
      </p>
    </FormDialog>
  );
}

const pickCorrected = (data: CorrectTrainingData) => data.correctTraining;
const pickValidated = (data: ValidateTrainingData) => data.validateTraining;
