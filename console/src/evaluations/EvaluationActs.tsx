import { useState } from "react";
import { useTranslate } from "react-admin";
import { BeginEvaluation, type BeginEvaluationData, type EvaluationRow } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { PublishDialog } from "./PublishDialog";

interface Props {
  readonly evaluation: EvaluationRow;
}

/** The next step of an evaluation; its publisher depends on who evaluates. */
export function EvaluationActs({ evaluation }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const begins = useAbility("update", "Evaluation");
  const cell = useAbility("select", "Evaluation");
  const validator = useAbility("validate", "Evaluation");
  if (evaluation.state === "PUBLISHED") return null;
  const planned = evaluation.state === "PLANNED";
  const publishes = evaluation.independent ? cell : validator;
  const whyNot = planned
    ? begins
      ? undefined
      : t("evaluations.begin.notYou")
    : publishes
      ? undefined
      : t(evaluation.independent ? "evaluations.publish.byCell" : "evaluations.publish.byValidator");
  return (
    <>
      <ExplainedButton size="small" variant="outlined" onClick={() => setOpen(true)} disabledReason={whyNot}>
        {t(planned ? "evaluations.begin.verb" : "evaluations.publish.verb")}
      </ExplainedButton>
      {open && planned ? <BeginDialog evaluation={evaluation} onClose={() => setOpen(false)} /> : null}
      {open && !planned ? <PublishDialog evaluation={evaluation} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BeginDialog({ evaluation, onClose }: Props & { readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(BeginEvaluation, pick);
  return (
    <FormDialog
      title={t("evaluations.begin.title", { body: evaluation.body })}
      confirm={t("evaluations.begin.verb")}
      words="evaluations"
      specs={[]}
      act={act}
      variables={() => ({ id: evaluation.id })}
      done={t("evaluations.begin.done")}
      onClose={onClose}
    >
      <p>{t("evaluations.begin.about")}</p>
    </FormDialog>
  );
}

const pick = (data: BeginEvaluationData) => data.beginEvaluation;
