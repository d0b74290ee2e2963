import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { RecordExercise, type RecordExerciseData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { useAct } from "../../providers/use-act";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";
import { useFormParts } from "../use-form-parts";
import { emptyExercise, OUTCOMES, toExerciseInput, wrongExerciseFields } from "./exit-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly plan: ExitPlanRow;
  readonly product: string;
  readonly onClose: () => void;
}

/** The day in Paris, as `YYYY-MM-DD`, which is how the server counts days. */
const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());

/** Records that leaving was tried, with what came out. What is recorded stays. */
export function ExerciseDialog({ sheet, plan, product, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(RecordExercise, pick);
  const [form, setForm] = useState(emptyExercise);
  const [tried, setTried] = useState(false);
  const wrong = wrongExerciseFields(form, today());
  const { text, figure, area, choice } = useFormParts({
    words: "roadmaps.exercise",
    form,
    wrong: tried ? wrong : [],
    onChange: (part) => setForm({ ...form, ...part }),
  });
  const confirm = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const { id: roadmapId, version } = sheet;
    const done = await act.run({ roadmapId, version, exitPlanId: plan.id, exercise: toExerciseInput(form) });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.exerciseSaved", { name: product }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("roadmaps.exerciseOf", { name: product })}
      confirm={t("roadmaps.add.exercise")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("roadmaps.exerciseLead", { smart_count: plan.durationDays })}</p>
      <div>
        <div className="two-fields">
          {text("date", { type: "date" })}
          {figure("days", t("roadmaps.days"))}
        </div>
        {choice(
          "outcome",
          OUTCOMES.map((one) => [one, t(`exerciseOutcome.${one}`)] as const),
        )}
        {area("findings")}
      </div>
    </ActDialog>
  );
}

const pick = (data: RecordExerciseData) => data.recordExercise;
