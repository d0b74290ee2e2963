import { useState } from "react";
import { useTranslate } from "react-admin";
import { PlanEvaluation, type PlanEvaluationData } from "../generated/operations";
import { orNull, type FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";

type PlanField = "useCaseId" | "body" | "independent" | "protocol" | "sample";

const SPECS: readonly FieldSpec<PlanField>[] = [
  { name: "body", kind: "line", min: 2, max: 200 },
  { name: "independent", kind: "yes" },
  { name: "protocol", kind: "text", min: 10, max: 4000 },
  { name: "sample", kind: "line", optional: true, max: 400 },
];

interface Props {
  /** What is evaluated; chosen in the dialog when null. */
  readonly useCase: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** Says who will evaluate a use case, and how. */
export function PlanDialog({ useCase, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(PlanEvaluation, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={useCase === null ? t("evaluations.plan.verb") : t("evaluations.plan.title", { name: useCase.name })}
      confirm={t("evaluations.plan.confirm")}
      words="evaluations"
      specs={useCase === null ? [{ name: "useCaseId", kind: "use-case" }, ...SPECS] : SPECS}
      initial={{ useCaseId: useCase?.id ?? "" }}
      act={act}
      variables={(typed) => ({
        input: {
          useCaseId: typed.useCaseId,
          body: typed.body.trim(),
          independent: typed.independent === "yes",
          protocol: typed.protocol.trim(),
          sample: orNull(typed.sample),
          idempotencyKey: key,
        },
      })}
      done={t("evaluations.plan.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("evaluations.plan.about")}</p>
    </FormDialog>
  );
}

const pick = (data: PlanEvaluationData) => data.planEvaluation;
