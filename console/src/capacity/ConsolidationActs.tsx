import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  PublishConsolidation,
  type PublishConsolidationData,
  ReviewConsolidation,
  type ReviewConsolidationData,
} from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import type { ConsolidationSheet } from "./campaign-states";

type StepName = "review" | "publish";

/** Somebody stands for the figures; another person lets suppliers read theirs. */
export function ConsolidationActs({ sheet }: { readonly sheet: ConsolidationSheet }) {
  const t = useTranslate();
  const may = useAbility("review", "Consolidation");
  const [open, setOpen] = useState(false);
  const step = sheet.state === "COMPUTED" ? "review" : sheet.state === "REVIEWED" ? "publish" : null;
  if (step === null) return null;
  return (
    <>
      <ExplainedButton
        variant="contained"
        disabledReason={may ? undefined : t("consolidation.onlyAriane")}
        onClick={() => setOpen(true)}
      >
        {t(`consolidation.act.${step}`)}
      </ExplainedButton>
      {open ? <StepDialog sheet={sheet} step={step} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface DialogProps {
  readonly sheet: ConsolidationSheet;
  readonly step: StepName;
  readonly onClose: () => void;
}

function StepDialog({ sheet, step, onClose }: DialogProps) {
  const t = useTranslate();
  const review = useAct(ReviewConsolidation, pickReviewed);
  const publish = useAct(PublishConsolidation, pickPublished);
  const act = step === "review" ? review : publish;
  return (
    <FormDialog
      title={t(`consolidation.act.${step}`)}
      confirm={t(`consolidation.act.${step}`)}
      words="consolidation"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({
        input: { id: sheet.id, expectedVersion: sheet.version, reason: reason.trim() },
      })}
      onClose={onClose}
    >
      <p>{t(`consolidation.consequence.${step}`)}</p>
    </FormDialog>
  );
}

const pickReviewed = (data: ReviewConsolidationData) => data.reviewConsolidation;
const pickPublished = (data: PublishConsolidationData) => data.publishConsolidation;
