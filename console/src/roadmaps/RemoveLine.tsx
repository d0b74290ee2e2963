import { Button } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { RemoveRoadmapLine, type RemoveRoadmapLineData, type RoadmapLineKind } from "../generated/operations";
import { RefusalNote } from "../parts/RefusalNote";
import { useAct } from "../providers/use-act";
import type { RoadmapSheet } from "./roadmap-states";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly kind: RoadmapLineKind;
  readonly id: string;
  readonly name: string;
  /** What goes with the line. */
  readonly consequence: string;
  readonly onDone: () => void;
}

/** Takes a line out, once it was asked a second time, with what goes with it. */
export function RemoveLine({ sheet, kind, id, name, consequence, onDone }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(RemoveRoadmapLine, pick);
  const [asked, setAsked] = useState(false);
  const remove = async () => {
    if ((await act.run({ roadmapId: sheet.id, version: sheet.version, kind, id })) === null) return;
    onDone();
    notify(t("roadmaps.removed", { name }), { type: "success" });
  };
  if (!asked) {
    return (
      <p>
        <button type="button" className="link small" onClick={() => setAsked(true)}>
          {t(`roadmaps.remove.${kind}`)}
        </button>
      </p>
    );
  }
  return (
    <div className="removal" role="group" aria-label={t("roadmaps.removeSure", { name })}>
      <p className="strong">{t("roadmaps.removeSure", { name })}</p>
      <p className="small">{consequence}</p>
      <div className="actions">
        <Button
          size="small"
          variant="outlined"
          className="danger"
          aria-disabled={act.running}
          onClick={() => (act.running ? undefined : void remove())}
        >
          {act.running ? t("action.sending") : t("roadmaps.removeYes")}
        </Button>
        <Button size="small" onClick={() => setAsked(false)}>
          {t("roadmaps.removeNo")}
        </Button>
      </div>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </div>
  );
}

const pick = (data: RemoveRoadmapLineData) => data.removeRoadmapLine;
