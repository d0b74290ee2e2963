import { type ReactNode, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { SaveRoadmapAction, type SaveRoadmapActionData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ChoiceField, TextField } from "../parts/FormFields";
import { useAct } from "../providers/use-act";
import {
  ACTION_TYPES,
  emptyAction,
  RISKS,
  toActionInput,
  wrongActionFields,
  type ActionField,
  type ActionForm,
} from "./action-form";
import type { RoadmapSheet } from "./roadmap-states";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly onClose: () => void;
}

/** Plans what to do about one line of the inventory. */
export function ActionDialog({ sheet, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SaveRoadmapAction, pick);
  const [form, setForm] = useState(() => emptyAction(sheet.content.dependencies[0]?.id ?? ""));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (wrongActionFields(form).length > 0) return;
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, action: toActionInput(form) });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: form.title.trim() }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("roadmaps.add.action")}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ActionFields
        products={sheet.content.dependencies.map(({ id, product }) => [id, product])}
        form={form}
        wrong={tried ? wrongActionFields(form) : []}
        onChange={(part) => setForm({ ...form, ...part })}
      />
    </ActDialog>
  );
}

interface FieldsProps {
  readonly products: readonly (readonly [string, string])[];
  readonly form: ActionForm;
  readonly wrong: readonly ActionField[];
  readonly onChange: (part: Partial<ActionForm>) => void;
}

function ActionFields({ products, form, wrong, onChange }: FieldsProps) {
  const t = useTranslate();
  const frame = (name: ActionField) => ({
    id: `roadmap-action-${name}`,
    label: t(`roadmaps.actionField.${name}`),
    error: wrong.includes(name) ? t(`roadmaps.actionError.${name}`) : undefined,
  });
  const text = (name: ActionField, type = "text", unit?: string): ReactNode => (
    <TextField
      frame={frame(name)}
      value={form[name]}
      type={type}
      unit={unit}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const choice = (name: ActionField, options: readonly (readonly [string, string])[]): ReactNode => (
    <ChoiceField
      frame={frame(name)}
      value={form[name]}
      options={options}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div>
      {choice("dependencyId", products)}
      {text("title")}
      <div className="two-fields">
        {choice(
          "type",
          ACTION_TYPES.map((one) => [one, t(`roadmapActionType.${one}`)] as const),
        )}
        {text("owner")}
        {text("start", "date")}
        {text("end", "date")}
        {text("oneOffCostEuros", "text", "€")}
        {text("runDeltaEuros", "text", "€")}
        {text("usersTotal")}
        {choice(
          "risk",
          RISKS.map((one) => [one, t(`roadmapRisk.${one}`)] as const),
        )}
      </div>
    </div>
  );
}

const pick = (data: SaveRoadmapActionData) => data.saveRoadmapAction;
