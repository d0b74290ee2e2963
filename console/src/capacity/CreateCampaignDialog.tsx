import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { CreateCampaign, type CreateCampaignData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";
import { type CampaignField, EMPTY_CAMPAIGN, toCampaignInput, wrongCampaignFields } from "./campaign-form";

const FIELDS: readonly (readonly [CampaignField, "text" | "date" | "number"])[] = [
  ["name", "text"],
  ["opensAt", "date"],
  ["closesAt", "date"],
  ["firstQuarter", "text"],
  ["quarterCount", "number"],
];

/** Prepares a campaign; ministries hear of it once it is open. */
export function CreateCampaignDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const act = useAct(CreateCampaign, pick);
  const [form, setForm] = useState(EMPTY_CAMPAIGN);
  const [key] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const wrong = tried ? wrongCampaignFields(form) : [];
  const confirm = async () => {
    setTried(true);
    if (wrongCampaignFields(form).length > 0) return;
    const done = await act.run({ input: toCampaignInput(form, key) });
    if (done !== null) await navigate(`/campaigns/${done.id}/show`);
  };
  return (
    <ActDialog
      open
      title={t("campaigns.create")}
      confirm={t("campaigns.create")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("campaigns.createLead")}</p>
      {FIELDS.map(([field, type]) => (
        <Field
          key={field}
          id={`campaign-${field}`}
          label={t(`campaigns.form.${field}`)}
          error={wrong.includes(field) ? t(`campaigns.wrong.${field}`) : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              type={type}
              value={form[field]}
              onChange={(event) => setForm({ ...form, [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </ActDialog>
  );
}

const pick = (data: CreateCampaignData) => data.createCampaign;
