import { parisDay } from "@socle/contracts";
import { useTranslate } from "react-admin";
import { RecordExercise, type RecordExerciseData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";
import { exerciseSpecs, toExerciseInput, wrongExercise } from "./exit-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly plan: ExitPlanRow;
  readonly product: string;
  readonly onClose: () => void;
}

/** Records that leaving was tried, with what came out. What is recorded stays. */
export function ExerciseDialog({ sheet, plan, product, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RecordExercise, pick);
  const { id: roadmapId, version } = sheet;
  return (
    <FormDialog
      title={t("roadmaps.exerciseOf", { name: product })}
      confirm={t("roadmaps.add.exercise")}
      words="roadmaps.exercise"
      specs={exerciseSpecs((one) => t(`exerciseOutcome.${one}`), t("roadmaps.days"))}
      initial={{ outcome: "PARTLY" }}
      wrong={(typed) => wrongExercise(typed, parisDay(new Date()))}
      act={act}
      variables={(typed) => ({ roadmapId, version, exitPlanId: plan.id, exercise: toExerciseInput(typed) })}
      done={t("roadmaps.exerciseSaved", { name: product })}
      onClose={onClose}
    >
      <p>{t("roadmaps.exerciseLead", { smart_count: plan.durationDays })}</p>
    </FormDialog>
  );
}

const pick = (data: RecordExerciseData) => data.recordExercise;
