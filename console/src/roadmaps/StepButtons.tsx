import { useState } from "react";
import { useTranslate } from "react-admin";
import { TransitionRoadmap, type TransitionRoadmapData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { usePerson } from "../providers/use-person";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
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
  const act = useAct(TransitionRoadmap, pick);
  return (
    <FormDialog
      title={t(`roadmaps.step.${to}`)}
      confirm={t(`roadmaps.step.${to}`)}
      words="roadmaps"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ roadmapId: sheet.id, version: sheet.version, to, reason: reason.trim() })}
      done={t("roadmaps.moved", { state: t(`roadmapState.${to}`) })}
      onClose={onClose}
    >
      <p>{t(`roadmaps.consequence.${to}`)}</p>
    </FormDialog>
  );
}

const pick = (data: TransitionRoadmapData) => data.transitionRoadmap;
