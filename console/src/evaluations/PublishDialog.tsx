import { useTranslate } from "react-admin";
import {
  type EvaluationRow,
  PublishEvaluation,
  type PublishEvaluationData,
  PublishIndependentEvaluation,
  type PublishIndependentEvaluationData,
  type Verdict,
} from "../generated/operations";
import { emptyRow, type FieldSpec, orNull, rowsOf } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { VERDICTS } from "./evaluation-states";
import { METRIC_SPECS, metricInput, type MetricField, wrongMetric } from "./metric-form";

type OutcomeField = "metrics" | "verdict" | "summary" | "publicationUrl";

interface Props {
  readonly evaluation: EvaluationRow;
  readonly onClose: () => void;
}

/** What the evaluation found, for good: its figures with their bounds, a verdict, a summary. */
export function PublishDialog({ evaluation, onClose }: Props) {
  const t = useTranslate();
  const own = useAct(PublishEvaluation, pickOwn);
  const independent = useAct(PublishIndependentEvaluation, pickIndependent);
  const specs: readonly FieldSpec<OutcomeField>[] = [
    {
      ...{ name: "metrics", kind: "rows", columns: METRIC_SPECS },
      ...{ label: t("evaluations.metrics"), hint: t("evaluations.metricsHint") },
      wrongRow: (row) => {
        const wrong = wrongMetric(row);
        return wrong === null ? undefined : t(`evaluations.wrongMetric.${wrong}`);
      },
    },
    { name: "verdict", kind: "choice", choices: VERDICTS.map((one) => [one, t(`verdict.${one}`)] as const) },
    { name: "summary", kind: "text", min: 10, max: 4000 },
    { name: "publicationUrl", kind: "url", optional: true, max: 500 },
  ];
  return (
    <FormDialog
      wide
      title={t("evaluations.publish.title", { body: evaluation.body })}
      confirm={t("evaluations.publish.verb")}
      words="evaluations"
      specs={specs}
      initial={{ metrics: JSON.stringify([emptyRow(METRIC_SPECS)]) }}
      act={evaluation.independent ? independent : own}
      variables={(typed) => ({
        input: {
          id: evaluation.id,
          metrics: rowsOf<MetricField>(typed.metrics).map(metricInput),
          verdict: typed.verdict as Verdict,
          summary: typed.summary.trim(),
          publicationUrl: orNull(typed.publicationUrl),
        },
      })}
      done={t("evaluations.publish.done")}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("evaluations.publish.forGood")}</li>
        <li>{t(evaluation.independent ? "evaluations.publish.pieces" : "evaluations.publish.piece")}</li>
      </ul>
    </FormDialog>
  );
}

const pickOwn = (data: PublishEvaluationData) => data.publishEvaluation;
const pickIndependent = (data: PublishIndependentEvaluationData) => data.publishIndependentEvaluation;
