import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { useListState } from "../parts/list/use-list-state";
import { useAbility } from "../providers/use-person";
import { DueView } from "./DueView";
import { EvaluationList } from "./EvaluationList";
import { EVALUATION_STATES } from "./evaluation-states";
import { PlanDialog } from "./PlanDialog";

const VIEWS = ["due", ...EVALUATION_STATES, "all"] as const;
type View = (typeof VIEWS)[number];

/** What is to be evaluated, what is being evaluated, and what evaluations found. */
export function EvaluationsPage() {
  const t = useTranslate();
  const [list, change] = useListState();
  const [planning, setPlanning] = useState(false);
  const may = useAbility("declare", "Evaluation");
  const view: View = VIEWS.find((one) => one === list.view) ?? "due";
  useCrumbs([{ label: t("menu.evaluations") }]);
  return (
    <>
      <PageHead
        title={t("menu.evaluations")}
        lead={t("evaluations.lead")}
        actions={
          <ExplainedButton
            variant="contained"
            onClick={() => setPlanning(true)}
            disabledReason={may ? undefined : t("evaluations.plan.notYou")}
          >
            <Plus className="icon" aria-hidden="true" />
            {t("evaluations.plan.verb")}
          </ExplainedButton>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("evaluations.views")}
          current={view}
          onChange={(one) => change({ view: one === "due" ? "" : one, search: "" })}
          tabs={VIEWS.map((id) => ({ id, label: t(`evaluations.view.${id}`) }))}
        />
      </div>
      {view === "due" ? <DueView /> : <EvaluationList states={view === "all" ? [] : [view]} />}
      {planning ? <PlanDialog useCase={null} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}
