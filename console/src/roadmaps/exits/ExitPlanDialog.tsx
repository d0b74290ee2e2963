import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { SaveExitPlan, type SaveExitPlanData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { useAct } from "../../providers/use-act";
import type { ExitPlanRow, RoadmapSheet } from "../roadmap-states";
import { RemoveLine } from "../RemoveLine";
import { useFormParts } from "../use-form-parts";
import { exitForm, linesWithoutExit, toExitInput, wrongExitFields } from "./exit-form";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly present: ExitPlanRow | null;
  readonly onClose: () => void;
}

/** Says how one would leave a product, corrects it, or takes it out; exercises that were held stay with the plan. */
export function ExitPlanDialog({ sheet, present, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SaveExitPlan, pick);
  const { dependencies } = sheet.content;
  const lines = present === null ? linesWithoutExit(sheet.content) : dependencies;
  const [form, setForm] = useState(() => exitForm(present, lines[0]?.id ?? ""));
  const [tried, setTried] = useState(false);
  const product = dependencies.find(({ id }) => id === form.dependencyId)?.product ?? "";
  const { text, figure, choice, check } = useFormParts({
    words: "roadmaps.exit",
    form,
    wrong: tried ? wrongExitFields(form) : [],
    onChange: (part) => setForm({ ...form, ...part }),
  });
  const confirm = async () => {
    setTried(true);
    if (wrongExitFields(form).length > 0) return;
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, exitPlan: toExitInput(form) });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: t("roadmaps.exitOf", { name: product }) }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={present === null ? t("roadmaps.add.exit") : t("roadmaps.edit.exit", { name: product })}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div>
        {choice(
          "dependencyId",
          lines.map(({ id, product: name }) => [id, name]),
          present !== null,
        )}
        {text("exportFormat")}
        <div className="two-fields">
          {figure("durationDays", t("roadmaps.days"))}
          {figure("costEuros", "€")}
        </div>
        {check("escrow")}
        {check("reversibilityClause")}
      </div>
      {present === null ? null : (
        <RemoveLine
          sheet={sheet}
          kind="EXIT_PLAN"
          id={present.id}
          name={t("roadmaps.exitOf", { name: product })}
          consequence={t("roadmaps.goes.exit", { smart_count: present.exercises.length })}
          onDone={onClose}
        />
      )}
    </ActDialog>
  );
}

const pick = (data: SaveExitPlanData) => data.saveExitPlan;
