import { useTranslate } from "react-admin";
import { SaveDependency, type SaveDependencyData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { DependencyLineRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { dependencyForm, dependencySpecs, toDependencyInput, wrongDependency } from "./dependency-form";
import { scoresIn } from "./sovereignty-form";
import { SovereigntyGrid } from "./SovereigntyGrid";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: DependencyLineRow | null;
  readonly onClose: () => void;
}

/** Adds a line to the inventory, corrects one, or takes it out. */
export function DependencyDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(SaveDependency, pick);
  const { id: roadmapId, version } = sheet;
  const actions = sheet.content.actions.filter((action) => action.dependencyId === present?.id).length;
  return (
    <FormDialog
      title={t(present === null ? "roadmaps.add.dependency" : "roadmaps.edit.dependency")}
      confirm={t("action.save")}
      words="roadmaps.dependency"
      specs={dependencySpecs(t)}
      initial={dependencyForm(present)}
      wrong={wrongDependency}
      own={{
        sovereignty: ({ value, tried, onChange }) => (
          <SovereigntyGrid
            scores={scoresIn(value)}
            tried={tried}
            onChange={(scores) => onChange(JSON.stringify(scores))}
          />
        ),
      }}
      act={act}
      variables={(typed) => ({ roadmapId, version, id: present?.id ?? null, dependency: toDependencyInput(typed) })}
      done={({ product }) => t("roadmaps.saved", { name: product.trim() })}
      onClose={onClose}
      after={() =>
        present === null ? null : (
          <RemoveLine
            sheet={sheet}
            kind="DEPENDENCY"
            id={present.id}
            name={present.product}
            consequence={t("roadmaps.goes.dependency", { smart_count: actions })}
            onDone={onClose}
          />
        )
      }
    />
  );
}

const pick = (data: SaveDependencyData) => data.saveDependency;
