import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import {
  CampaignTemplates,
  type CampaignTemplatesData,
  ChangeNeed,
  type ChangeNeedData,
  CreateNeed,
  type CreateNeedData,
} from "../generated/operations";
import { cellsOf } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import type { OwnField } from "../parts/form/FormFields";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import type { NeedSheet } from "./campaign-states";
import { type Cells, needForm, needSpecs, QUANTITIES, toCells, writtenCells, wrongQuantities } from "./need-form";
import { QuantityGrid } from "./QuantityGrid";

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
  const [locale] = useLocaleState();
  const navigate = useNavigate();
  const create = useAct(CreateNeed, pickCreated);
  const change = useAct(ChangeNeed, pickChanged);
  const [key] = useState(() => crypto.randomUUID());
  const { needTemplate, quarters } = templates;
  const wrongIn = (cells: Cells) => wrongQuantities(needTemplate, quarters, cells);
  const writtenIn = ({ [QUANTITIES]: grid = "", ...others }: Cells) => toCells({ ...others, ...cellsOf(grid) });
  const form = {
    title: t(present === null ? "campaigns.addNeed" : "campaigns.editNeed"),
    confirm: t("action.save"),
    words: "campaigns.need",
    specs: needSpecs(needTemplate, quarters, locale === "en" ? "en" : "fr", t("campaigns.optional")),
    initial: needForm(writtenCells(needTemplate, present?.values ?? []), quarters),
    wrong: ({ [QUANTITIES]: grid = "" }: Cells) => (wrongIn(cellsOf(grid)).length === 0 ? [] : [QUANTITIES]),
    own: {
      [QUANTITIES]: ({ id, value, tried, onChange }: OwnField) => (
        <QuantityGrid
          id={id}
          quarters={quarters}
          cells={cellsOf(value)}
          wrong={tried ? wrongIn(cellsOf(value)) : []}
          onChange={(cell, typed) => onChange(JSON.stringify({ ...cellsOf(value), [cell]: typed }))}
        />
      ),
    },
    done: t("campaigns.needSaved"),
    onClose,
  };
  if (present === null)
    return (
      <FormDialog
        {...form}
        act={create}
        variables={(typed: Cells) => ({
          input: { campaignId, organisationId, cells: writtenIn(typed), idempotencyKey: key },
        })}
        onDone={({ id }) => void navigate(`/needs/${id}/show`)}
      />
    );
  return (
    <FormDialog
      {...form}
      act={change}
      variables={(typed: Cells) => ({
        input: { id: present.id, expectedVersion: present.version, cells: writtenIn(typed) },
      })}
    />
  );
}

const pickCreated = (data: CreateNeedData) => data.createCapacityNeed;
const pickChanged = (data: ChangeNeedData) => data.changeCapacityNeed;
