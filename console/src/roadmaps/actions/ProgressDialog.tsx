import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { ReportProgress, type ReportProgressData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { useAct } from "../../providers/use-act";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";
import { useFormParts } from "../use-form-parts";
import { PROGRESS, progressForm, toProgressInput, wrongProgressFields } from "./action-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly action: ActionRow;
  readonly onClose: () => void;
}

/** The quarter's news of one action; open also once the roadmap is accepted. */
export function ProgressDialog({ sheet, action, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(ReportProgress, pick);
  const [form, setForm] = useState(() => progressForm(action));
  const [tried, setTried] = useState(false);
  const wrong = wrongProgressFields(form, action.usersTotal);
  const { figure, area, choice } = useFormParts({
    words: "roadmaps.progress",
    form,
    wrong: tried ? wrong : [],
    onChange: (part) => setForm({ ...form, ...part }),
  });
  const confirm = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const { id: roadmapId, version } = sheet;
    const done = await act.run({ roadmapId, version, actionId: action.id, progress: toProgressInput(form) });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: action.title }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("roadmaps.progressOf", { name: action.title })}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div className="two-fields">
        {choice(
          "progress",
          PROGRESS.map((one) => [one, t(`roadmapProgress.${one}`)] as const),
        )}
        {figure("usersMigrated", t("roadmaps.ofUsers", { total: action.usersTotal }))}
      </div>
      {area("blocker")}
      {area("evidence")}
    </ActDialog>
  );
}

const pick = (data: ReportProgressData) => data.reportProgress;
