import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import {
  CampaignTemplates,
  type CampaignTemplatesData,
  ChangeLines,
  type ChangeLinesData,
  type LineRow,
} from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import type { DeclarationSheet } from "./campaign-states";
import { type Cells, specOf, toCells, writtenCells } from "./need-form";

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
  const [locale] = useLocaleState();
  const act = useAct(ChangeLines, pick);
  const change = { id: sheet.id, expectedVersion: sheet.version };
  const remove = async (reference: string) => {
    if (act.running) return;
    if ((await act.run({ input: { ...change, put: [], remove: [reference] } })) !== null) onClose();
  };
  return (
    <FormDialog
      title={t(present === null ? "campaigns.addLine" : "campaigns.editLine")}
      confirm={t("action.save")}
      words="campaigns.line"
      specs={template.map((field) => specOf(field, locale === "en" ? "en" : "fr", t("campaigns.optional")))}
      initial={writtenCells(template, present?.values ?? [])}
      act={act}
      variables={(typed: Cells) => ({ input: { ...change, put: [{ cells: toCells(typed) }], remove: [] } })}
      done={t("campaigns.lineSaved")}
      onClose={onClose}
      after={() => (present === null ? null : <RemoveLine onRemove={() => void remove(present.reference)} />)}
    />
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
