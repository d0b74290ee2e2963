import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { TransitionRoadmap, type TransitionRoadmapData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { ReasonField, reasonIsEnough } from "../parts/form/ReasonField";
import type { RoadmapSheet, RoadmapStateName } from "./roadmap-states";

/** The steps out of the present state: whoever may not take one sees who may. */
export function StepButtons({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [to, setTo] = useState<RoadmapStateName | null>(null);
  const abilities = usePerson()?.abilities ?? [];
  return (
    <>
      {sheet.steps.map((step, index) => (
        <ExplainedButton
          key={step.to}
          variant={index === sheet.steps.length - 1 ? "contained" : "outlined"}
          onClick={() => setTo(step.to)}
          disabledReason={
            abilities.includes(step.ability) ? undefined : t(`roadmaps.who.${step.ability.replace(":", "_")}`)
          }
        >
          {t(`roadmaps.step.${step.to}`)}
        </ExplainedButton>
      ))}
      {to === null ? null : <StepDialog sheet={sheet} to={to} onClose={() => setTo(null)} />}
    </>
  );
}

interface DialogProps {
  readonly sheet: RoadmapSheet;
  readonly to: RoadmapStateName;
  readonly onClose: () => void;
}

function StepDialog({ sheet, to, onClose }: DialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(TransitionRoadmap, pick);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(reason)) return;
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, to, reason: reason.trim() });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.moved", { state: t(`roadmapState.${to}`) }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(`roadmaps.step.${to}`)}
      confirm={t(`roadmaps.step.${to}`)}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`roadmaps.consequence.${to}`)}</p>
      <ReasonField
        id="roadmap-reason"
        value={reason}
        onChange={setReason}
        error={tried && !reasonIsEnough(reason) ? t("form.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pick = (data: TransitionRoadmapData) => data.transitionRoadmap;
