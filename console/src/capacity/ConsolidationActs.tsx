import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  PublishConsolidation,
  type PublishConsolidationData,
  ReviewConsolidation,
  type ReviewConsolidationData,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { ReasonField, reasonIsEnough } from "../parts/form/ReasonField";
import type { ConsolidationSheet } from "./ConsolidationSection";

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
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(reason)) return;
    const input = { id: sheet.id, expectedVersion: sheet.version, reason: reason.trim() };
    if ((await act.run({ input })) !== null) onClose();
  };
  return (
    <ActDialog
      open
      title={t(`consolidation.act.${step}`)}
      confirm={t(`consolidation.act.${step}`)}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`consolidation.consequence.${step}`)}</p>
      <ReasonField
        id="consolidation-reason"
        value={reason}
        onChange={setReason}
        error={tried && !reasonIsEnough(reason) ? t("form.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pickReviewed = (data: ReviewConsolidationData) => data.reviewConsolidation;
const pickPublished = (data: PublishConsolidationData) => data.publishConsolidation;
