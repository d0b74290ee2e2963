import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { SaveDependency, type SaveDependencyData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { useAct } from "../../providers/use-act";
import type { DependencyLineRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { DependencyFields } from "./DependencyFields";
import { dependencyForm, toDependencyInput, wrongDependencyFields } from "./dependency-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: DependencyLineRow | null;
  readonly onClose: () => void;
}

/** Adds a line to the inventory, corrects one, or takes it out. */
export function DependencyDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SaveDependency, pick);
  const [form, setForm] = useState(() => dependencyForm(present));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (wrongDependencyFields(form).length > 0) return;
    const dependency = toDependencyInput(form);
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, id: present?.id ?? null, dependency });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: dependency.product }), { type: "success" });
  };
  const actions = sheet.content.actions.filter((action) => action.dependencyId === present?.id).length;
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
        tried={tried}
        onChange={(part) => setForm({ ...form, ...part })}
      />
      {present === null ? null : (
        <RemoveLine
          sheet={sheet}
          kind="DEPENDENCY"
          id={present.id}
          name={present.product}
          consequence={t("roadmaps.goes.dependency", { smart_count: actions })}
          onDone={onClose}
        />
      )}
    </ActDialog>
  );
}

const pick = (data: SaveDependencyData) => data.saveDependency;
