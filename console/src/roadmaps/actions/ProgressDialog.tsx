import { useTranslate } from "react-admin";
import { ReportProgress, type ReportProgressData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { ActionRow, RoadmapSheet } from "../roadmap-states";
import { progressForm, progressSpecs, toProgressInput } from "./action-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly action: ActionRow;
  readonly onClose: () => void;
}

/** The quarter's news of one action; open also once the roadmap is accepted. */
export function ProgressDialog({ sheet, action, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(ReportProgress, pick);
  const { id: roadmapId, version } = sheet;
  const { id: actionId, title, usersTotal } = action;
  return (
    <FormDialog
      title={t("roadmaps.progressOf", { name: title })}
      confirm={t("action.save")}
      words="roadmaps.progress"
      specs={progressSpecs(t, usersTotal, t("roadmaps.ofUsers", { total: usersTotal }))}
      initial={progressForm(action)}
      act={act}
      variables={(typed) => ({ roadmapId, version, actionId, progress: toProgressInput(typed) })}
      done={t("roadmaps.saved", { name: title })}
      onClose={onClose}
    />
  );
}

const pick = (data: ReportProgressData) => data.reportProgress;
