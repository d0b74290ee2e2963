import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { SaveRoadmapAction, type SaveRoadmapActionData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { useAct } from "../../providers/use-act";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { ActionFields } from "./ActionFields";
import { actionForm, toActionInput, wrongActionFields } from "./action-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: ActionRow | null;
  readonly onClose: () => void;
}

/** Plans what to do about one line of the inventory, corrects it, or gives it up. */
export function ActionDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SaveRoadmapAction, pick);
  const [form, setForm] = useState(() => actionForm(present, sheet.content.dependencies[0]?.id ?? ""));
  const [tried, setTried] = useState(false);
  const wrong = wrongActionFields(form, present?.usersMigrated);
  const confirm = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const { id: roadmapId, version } = sheet;
    const action = toActionInput(form, present);
    const done = await act.run({ roadmapId, version, id: present?.id ?? null, action });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: action.title }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(present === null ? "roadmaps.add.action" : "roadmaps.edit.action")}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ActionFields
        sheet={sheet}
        self={present?.id ?? null}
        form={form}
        wrong={tried ? wrong : []}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      {present === null ? null : (
        <RemoveLine
          sheet={sheet}
          kind="ACTION"
          id={present.id}
          name={present.title}
          consequence={t("roadmaps.goes.action")}
          onDone={onClose}
        />
      )}
    </ActDialog>
  );
}

const pick = (data: SaveRoadmapActionData) => data.saveRoadmapAction;
