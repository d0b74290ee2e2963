import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import {
  RemoveRoadmapLine,
  type RemoveRoadmapLineData,
  SaveDependency,
  type SaveDependencyData,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { useAct } from "../providers/use-act";
import { DependencyFields } from "./DependencyFields";
import { dependencyForm, toDependencyInput, wrongDependencyFields } from "./dependency-form";
import type { DependencyLineRow, RoadmapSheet } from "./roadmap-states";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: DependencyLineRow | null;
  readonly onClose: () => void;
}

/** Adds a line to the inventory, corrects one, or takes it out. */
export function DependencyDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SaveDependency, pickSaved);
  const [form, setForm] = useState(() => dependencyForm(present));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (wrongDependencyFields(form).length > 0) return;
    const dependency = toDependencyInput(form, present);
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, id: present?.id ?? null, dependency });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: dependency.product }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(present === null ? "roadmaps.add.dependency" : "roadmaps.edit.dependency")}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <DependencyFields
        form={form}
        wrong={tried ? wrongDependencyFields(form) : []}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      {present === null ? null : <RemoveLine sheet={sheet} present={present} onDone={onClose} />}
    </ActDialog>
  );
}

interface RemoveProps {
  readonly sheet: RoadmapSheet;
  readonly present: DependencyLineRow;
  readonly onDone: () => void;
}

/** Asks a second time: the line's actions and exit plan go with it. */
function RemoveLine({ sheet, present, onDone }: RemoveProps) {
  const t = useTranslate();
  const act = useAct(RemoveRoadmapLine, pickRemoved);
  const [asked, setAsked] = useState(false);
  const actions = sheet.content.actions.filter((action) => action.dependencyId === present.id).length;
  const remove = async () => {
    const line = { roadmapId: sheet.id, version: sheet.version, kind: "DEPENDENCY", id: present.id } as const;
    if ((await act.run(line)) !== null) onDone();
  };
  return (
    <p className="small">
      {asked ? `${t("roadmaps.removeSure", { smart_count: actions })} ` : null}
      <button type="button" className="link" onClick={() => (asked ? void remove() : setAsked(true))}>
        {t(asked ? "roadmaps.removeYes" : "roadmaps.remove")}
      </button>
      {act.refusal === null ? null : ` ${act.refusal.message}`}
    </p>
  );
}

const pickSaved = (data: SaveDependencyData) => data.saveDependency;
const pickRemoved = (data: RemoveRoadmapLineData) => data.removeRoadmapLine;
