import { useTranslate } from "react-admin";
import { SaveExitPlan, type SaveExitPlanData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { exitForm, exitSpecs, linesWithoutExit, toExitInput } from "./exit-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: ExitPlanRow | null;
  readonly onClose: () => void;
}

/** Says how one would leave a product, corrects it, or takes it out; exercises that were held stay with the plan. */
export function ExitPlanDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(SaveExitPlan, pick);
  const { id: roadmapId, version } = sheet;
  const { dependencies } = sheet.content;
  const lines = present === null ? linesWithoutExit(sheet.content) : dependencies;
  const productOf = (line: string) => dependencies.find(({ id }) => id === line)?.product ?? "";
  const exitOf = (line: string) => t("roadmaps.exitOf", { name: productOf(line) });
  return (
    <FormDialog
      title={
        present === null ? t("roadmaps.add.exit") : t("roadmaps.edit.exit", { name: productOf(present.dependencyId) })
      }
      confirm={t("action.save")}
      words="roadmaps.exit"
      specs={exitSpecs(lines, t("roadmaps.days"), present !== null)}
      initial={exitForm(present, lines[0]?.id ?? "")}
      act={act}
      variables={(typed) => ({ roadmapId, version, exitPlan: toExitInput(typed) })}
      done={({ dependencyId }) => t("roadmaps.saved", { name: exitOf(dependencyId) })}
      onClose={onClose}
      after={() =>
        present === null ? null : (
          <RemoveLine
            sheet={sheet}
            kind="EXIT_PLAN"
            id={present.id}
            name={exitOf(present.dependencyId)}
            consequence={t("roadmaps.goes.exit", { smart_count: present.exercises.length })}
            onDone={onClose}
          />
        )
      }
    />
  );
}

const pick = (data: SaveExitPlanData) => data.saveExitPlan;
