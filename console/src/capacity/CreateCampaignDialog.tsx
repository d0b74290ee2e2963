import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { CreateCampaign, type CreateCampaignData } from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { CAMPAIGN_SPECS, toCampaignInput, wrongCampaign } from "./campaign-form";

/** Prepares a campaign; ministries hear of it once it is open. */
export function CreateCampaignDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const act = useAct(CreateCampaign, pick);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("campaigns.create")}
      confirm={t("campaigns.create")}
      words="campaigns.creation"
      specs={CAMPAIGN_SPECS}
      initial={{ quarterCount: "4" }}
      wrong={wrongCampaign}
      act={act}
      variables={(typed) => ({ input: toCampaignInput(typed, key) })}
      shows={({ id }) => void navigate(`/campaigns/${id}/show`)}
      onClose={onClose}
    >
      <p>{t("campaigns.createLead")}</p>
    </FormDialog>
  );
}

const pick = (data: CreateCampaignData) => data.createCampaign;
