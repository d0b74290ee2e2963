import { useTranslate } from "react-admin";
import { SaveRoadmapAction, type SaveRoadmapActionData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { actionForm, actionSpecs, toActionInput, wrongAction } from "./action-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: ActionRow | null;
  readonly onClose: () => void;
}

/** Plans what to do about one line of the inventory, corrects it, or gives it up. */
export function ActionDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(SaveRoadmapAction, pick);
  const { id: roadmapId, version } = sheet;
  return (
    <FormDialog
      title={t(present === null ? "roadmaps.add.action" : "roadmaps.edit.action")}
      confirm={t("action.save")}
      words="roadmaps.action"
      specs={actionSpecs(t, sheet.content, present)}
      initial={actionForm(present, sheet.content.dependencies[0]?.id ?? "")}
      wrong={wrongAction}
      act={act}
      variables={(typed) => ({ roadmapId, version, id: present?.id ?? null, action: toActionInput(typed, present) })}
      done={({ title }) => t("roadmaps.saved", { name: title.trim() })}
      onClose={onClose}
      after={() =>
        present === null ? null : (
          <RemoveLine
            sheet={sheet}
            kind="ACTION"
            id={present.id}
            name={present.title}
            consequence={t("roadmaps.goes.action")}
            onDone={onClose}
          />
        )
      }
    />
  );
}

const pick = (data: SaveRoadmapActionData) => data.saveRoadmapAction;
