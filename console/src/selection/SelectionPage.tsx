import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { SelectionWeightsOf } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { PageHead } from "../parts/PageHead";
import { QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { CompareView } from "./CompareView";
import { ConvergenceView } from "./ConvergenceView";
import { RankingView } from "./RankingView";
import { ScoreDialog } from "./ScoreDialog";
import { WeightsView } from "./WeightsView";

const VIEWS = ["ranking", "compare", "weights", "convergence"] as const;
type View = (typeof VIEWS)[number];

/** How use cases are ranked by the common method, under which weights, and what other weights would move. */
export function SelectionPage() {
  const t = useTranslate();
  const [view, setView] = useState<View>("ranking");
  const [scoring, setScoring] = useState(false);
  const may = useAbility("select", "UseCase");
  const query = useOperation(SelectionWeightsOf, {});
  useCrumbs([{ label: t("menu.selection") }]);
  return (
    <>
      <PageHead
        title={t("menu.selection")}
        lead={t("selection.lead")}
        actions={
          <ExplainedButton
            variant="contained"
            onClick={() => setScoring(true)}
            disabledReason={may ? undefined : t("selection.score.notYou")}
          >
            <Plus className="icon" aria-hidden="true" />
            {t("selection.score.verb")}
          </ExplainedButton>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("selection.views")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((id) => ({ id, label: t(`selection.view.${id}`) }))}
        />
      </div>
      <QueryState query={query}>
        {({ selectionWeights }) => (
          <>
            {view === "ranking" ? <RankingView versions={selectionWeights} /> : null}
            {view === "compare" ? <CompareView versions={selectionWeights} /> : null}
            {view === "weights" ? <WeightsView versions={selectionWeights} /> : null}
            {view === "convergence" ? <ConvergenceView /> : null}
          </>
        )}
      </QueryState>
      {scoring ? <ScoreDialog useCase={null} onClose={() => setScoring(false)} /> : null}
    </>
  );
}
