import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import {
  CampaignTemplates,
  type CampaignTemplatesData,
  ChangeNeed,
  type ChangeNeedData,
  CreateNeed,
  type CreateNeedData,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import type { NeedSheet } from "./campaign-states";
import { cellsOf, LEVELS, quantityKey, toCells, wrongCells } from "./need-form";
import { QuantityGrid } from "./QuantityGrid";
import { TemplateFieldInput } from "./TemplateFieldInput";

type Templates = NonNullable<CampaignTemplatesData["campaign"]>;

interface Props {
  readonly campaignId: string;
  readonly organisationId: string;
  /** The need to correct; without it, one is created. */
  readonly present: NeedSheet | null;
  readonly onClose: () => void;
}

/** Writes a need field by field, as its campaign's template asks. */
export function NeedDialog(props: Props) {
  const query = useOperation(CampaignTemplates, { id: props.campaignId });
  const templates = query.data?.campaign ?? null;
  return templates === null ? null : <Form {...props} templates={templates} />;
}

function Form({ campaignId, organisationId, present, onClose, templates }: Props & { readonly templates: Templates }) {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const create = useAct(CreateNeed, pickCreated);
  const change = useAct(ChangeNeed, pickChanged);
  const { needTemplate, quarters } = templates;
  const [cells, setCells] = useState(() => cellsOf(needTemplate, present?.values ?? []));
  const [key] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const wrong = tried ? wrongCells(needTemplate, quarters, cells) : [];
  const quantities = new Set(quarters.flatMap((quarter) => LEVELS.map((level) => quantityKey(quarter, level))));
  const put = (field: string, value: string) => setCells({ ...cells, [field]: value });
  const confirm = async () => {
    setTried(true);
    if (wrongCells(needTemplate, quarters, cells).length > 0) return;
    const written = toCells(cells);
    const done =
      present === null
        ? await create.run({ input: { campaignId, organisationId, cells: written, idempotencyKey: key } })
        : await change.run({ input: { id: present.id, expectedVersion: present.version, cells: written } });
    if (done === null) return;
    onClose();
    notify(t("campaigns.needSaved"), { type: "success" });
    if (present === null) await navigate(`/needs/${done.id}/show`);
  };
  return (
    <ActDialog
      open
      title={t(present === null ? "campaigns.addNeed" : "campaigns.editNeed")}
      confirm={t("action.save")}
      act={present === null ? create : change}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <QuantityGrid quarters={quarters} cells={cells} wrong={wrong} onChange={put} />
      {needTemplate
        .filter((field) => !quantities.has(field.key))
        .map((field) => (
          <TemplateFieldInput
            key={field.key}
            field={field}
            value={cells[field.key] ?? ""}
            wrong={wrong.includes(field.key)}
            onChange={(value) => put(field.key, value)}
          />
        ))}
    </ActDialog>
  );
}

const pickCreated = (data: CreateNeedData) => data.createCapacityNeed;
const pickChanged = (data: ChangeNeedData) => data.changeCapacityNeed;
