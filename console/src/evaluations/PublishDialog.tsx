import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import {
  type EvaluationRow,
  PublishEvaluation,
  type PublishEvaluationData,
  PublishIndependentEvaluation,
  type PublishIndependentEvaluationData,
  type Verdict,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { orNull, type FieldSpec, type FormValues } from "../parts/form/field-spec";
import { FieldInput, fieldId } from "../parts/form/FieldInput";
import { emptyRow, RowsInput, rowsAreRight } from "../parts/form/RowsInput";
import { useForm } from "../parts/form/use-form";
import { useAct } from "../providers/use-act";
import { VERDICTS } from "./evaluation-states";
import { METRIC_SPECS, metricInput, type MetricField, wrongMetric } from "./metric-form";

type OutcomeField = "verdict" | "summary" | "publicationUrl";

interface Props {
  readonly evaluation: EvaluationRow;
  readonly onClose: () => void;
}

/** What the evaluation found, for good: its figures with their bounds, a verdict, a summary. */
export function PublishDialog({ evaluation, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const own = useAct(PublishEvaluation, pickOwn);
  const independent = useAct(PublishIndependentEvaluation, pickIndependent);
  const act = evaluation.independent ? independent : own;
  const specs: readonly FieldSpec<OutcomeField>[] = [
    { name: "verdict", kind: "choice", choices: VERDICTS.map((one) => [one, t(`verdict.${one}`)] as const) },
    { name: "summary", kind: "text", min: 10, max: 4000 },
    { name: "publicationUrl", kind: "url", optional: true, max: 500 },
  ];
  const form = useForm(specs);
  const [rows, setRows] = useState<readonly FormValues<MetricField>[]>([emptyRow(METRIC_SPECS)]);
  const send = async () => {
    if (!rowsAreRight(METRIC_SPECS, rows) || rows.some((row) => wrongMetric(row) !== null)) return;
    const done = await act.run({
      input: {
        id: evaluation.id,
        metrics: rows.map(metricInput),
        verdict: form.values.verdict as Verdict,
        summary: form.values.summary.trim(),
        publicationUrl: orNull(form.values.publicationUrl),
      },
    });
    if (done === null) return;
    onClose();
    notify(t("evaluations.publish.done"), { type: "success" });
  };
  return (
    <ActDialog
      open
      wide
      title={t("evaluations.publish.title", { body: evaluation.body })}
      confirm={t("evaluations.publish.verb")}
      act={act}
      onConfirm={() =>
        void form.submit(send, (first) => document.getElementById(fieldId("evaluations", first))?.focus())
      }
      unsent={form.dirty}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("evaluations.publish.forGood")}</li>
        <li>{t(evaluation.independent ? "evaluations.publish.pieces" : "evaluations.publish.piece")}</li>
      </ul>
      <RowsInput
        legend={t("evaluations.metrics")}
        hint={t("evaluations.metricsHint")}
        words="evaluations"
        name="metrics"
        specs={METRIC_SPECS}
        rows={rows}
        tried={form.attempt > 0}
        wrongRow={(row) => {
          const wrong = wrongMetric(row);
          return wrong === null ? undefined : t(`evaluations.wrongMetric.${wrong}`);
        }}
        onChange={setRows}
      />
      <div>
        {specs.map((spec) => (
          <FieldInput
            key={spec.name}
            spec={spec}
            words="evaluations"
            value={form.values[spec.name]}
            problem={form.problems.get(spec.name)}
            onChange={(value) => form.put(spec.name, value)}
          />
        ))}
      </div>
    </ActDialog>
  );
}

const pickOwn = (data: PublishEvaluationData) => data.publishEvaluation;
const pickIndependent = (data: PublishIndependentEvaluationData) => data.publishIndependentEvaluation;
