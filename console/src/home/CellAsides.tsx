import { useTranslate } from "react-admin";
import { HomeCell } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";
import { ItemsAside } from "./ItemsAside";

/** What the AI cell and its committee follow: use cases that are to be evaluated again, the soonest first. */
export function CellAsides() {
  const t = useTranslate();
  const format = useFormat();
  return (
    <QueryState query={useOperation(HomeCell, {})}>
      {({ dueEvaluations }) => (
        <ItemsAside
          title={t("evaluations.view.due")}
          all="/evaluations"
          none={t("evaluations.noDue")}
          items={dueEvaluations.edges.map(({ node }) => ({
            id: node.id,
            to: `/use-cases/${node.id}/show?view=evaluations`,
            title: node.name,
            detail:
              node.dossier.evaluationDueOn === null ? NONE : format.date(`${node.dossier.evaluationDueOn}T12:00:00Z`),
          }))}
        />
      )}
    </QueryState>
  );
}
