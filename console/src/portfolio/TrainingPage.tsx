import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { useListState } from "../parts/list/use-list-state";
import { useAbility } from "../providers/use-person";
import { DeclareTrainingDialog } from "./DeclareTrainingDialog";
import { TrainingList } from "./TrainingList";
import { TrainingTotalsView } from "./TrainingTotalsView";
import { TRAINING_STATES } from "./portfolio-states";

const VIEWS = ["totals", "all", ...TRAINING_STATES] as const;
type View = (typeof VIEWS)[number];

/** Agents trained, by ministry and year, and the declarations that the sums are made of. */
export function TrainingPage() {
  const t = useTranslate();
  const [list, change] = useListState();
  const [declaring, setDeclaring] = useState(false);
  const may = useAbility("declare", "Training");
  const view: View = VIEWS.find((one) => one === list.view) ?? "totals";
  useCrumbs([{ label: t("menu.training") }]);
  return (
    <>
      <PageHead
        title={t("menu.training")}
        lead={t("training.lead")}
        actions={
          <ExplainedButton
            variant="contained"
            onClick={() => setDeclaring(true)}
            disabledReason={may ? undefined : t("training.declare.notYou")}
          >
            <Plus className="icon" aria-hidden="true" />
            {t("training.declare.verb")}
          </ExplainedButton>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("training.views")}
          current={view}
          onChange={(one) => change({ view: one === "totals" ? "" : one, search: "" })}
          tabs={VIEWS.map((id) => ({ id, label: t(`training.view.${id}`) }))}
        />
      </div>
      {view === "totals" ? <TrainingTotalsView /> : <TrainingList states={view === "all" ? [] : [view]} />}
      {declaring ? <DeclareTrainingDialog onClose={() => setDeclaring(false)} /> : null}
    </>
  );
}
