import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import {
  CampaignTemplates,
  type CampaignTemplatesData,
  ChangeLines,
  type ChangeLinesData,
  type LineRow,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import type { DeclarationSheet } from "./campaign-states";
import { cellsOf, toCells, wrongCells } from "./need-form";
import { TemplateFieldInput } from "./TemplateFieldInput";

type Template = NonNullable<CampaignTemplatesData["campaign"]>["declarationTemplate"];

interface Props {
  readonly sheet: DeclarationSheet;
  /** The line to correct; without it, one is added. */
  readonly present: LineRow | null;
  readonly onClose: () => void;
}

/** Writes one line of a declaration, as its campaign's template asks. */
export function LineDialog(props: Props) {
  const campaignId = props.sheet.campaign?.id ?? "";
  const query = useOperation(CampaignTemplates, { id: campaignId }, { enabled: campaignId !== "" });
  const template = query.data?.campaign?.declarationTemplate;
  return template === undefined ? null : <Form {...props} template={template} />;
}

function Form({ sheet, present, onClose, template }: Props & { readonly template: Template }) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(ChangeLines, pick);
  const [cells, setCells] = useState(() => cellsOf(template, present?.values ?? []));
  const [tried, setTried] = useState(false);
  const wrong = tried ? wrongCells(template, [], cells) : [];
  const change = { id: sheet.id, expectedVersion: sheet.version };
  const confirm = async () => {
    setTried(true);
    if (wrongCells(template, [], cells).length > 0) return;
    const put = [{ cells: toCells(cells) }];
    if ((await act.run({ input: { ...change, put, remove: [] } })) === null) return;
    onClose();
    notify(t("campaigns.lineSaved"), { type: "success" });
  };
  const remove = async (reference: string) => {
    if (act.running) return;
    if ((await act.run({ input: { ...change, put: [], remove: [reference] } })) !== null) onClose();
  };
  return (
    <ActDialog
      open
      title={t(present === null ? "campaigns.addLine" : "campaigns.editLine")}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {template.map((field) => (
        <TemplateFieldInput
          key={field.key}
          field={field}
          value={cells[field.key] ?? ""}
          wrong={wrong.includes(field.key)}
          onChange={(value) => setCells({ ...cells, [field.key]: value })}
        />
      ))}
      {present === null ? null : <RemoveLine onRemove={() => void remove(present.reference)} />}
    </ActDialog>
  );
}

/** Asks a second time. */
function RemoveLine({ onRemove }: { readonly onRemove: () => void }) {
  const t = useTranslate();
  const [asked, setAsked] = useState(false);
  return (
    <p className="small">
      <button type="button" className="link" onClick={() => (asked ? onRemove() : setAsked(true))}>
        {t(asked ? "campaigns.removeLineSure" : "campaigns.removeLine")}
      </button>
    </p>
  );
}

const pick = (data: ChangeLinesData) => data.changeCapacityLines;
