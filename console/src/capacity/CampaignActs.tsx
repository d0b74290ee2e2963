import { useState } from "react";
import { useTranslate } from "react-admin";
import { type CampaignState, TransitionCampaign, type TransitionCampaignData } from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { CAMPAIGN_STEPS, type CampaignSheet } from "./campaign-states";

/** Opens, closes, reopens or ends a campaign: ARIANE's acts, whoever else sees them reads whose they are. */
export function CampaignActs({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const may = useAbility("manage", "Campaign");
  const [to, setTo] = useState<CampaignState | null>(null);
  return (
    <>
      {CAMPAIGN_STEPS[sheet.state].map((step) => (
        <ExplainedButton
          key={step}
          variant="outlined"
          disabledReason={may ? undefined : t("campaigns.onlyAriane")}
          onClick={() => setTo(step)}
        >
          {t(`campaigns.step.${step}`)}
        </ExplainedButton>
      ))}
      {to === null ? null : <StepDialog sheet={sheet} to={to} onClose={() => setTo(null)} />}
    </>
  );
}

interface DialogProps {
  readonly sheet: CampaignSheet;
  readonly to: CampaignState;
  readonly onClose: () => void;
}

function StepDialog({ sheet, to, onClose }: DialogProps) {
  const t = useTranslate();
  const act = useAct(TransitionCampaign, pick);
  const end = sheet.closesAt.slice(0, 10);
  const specs: readonly FieldSpec<"reason" | "closesAt">[] = to === "OPEN" ? [...REASON, CLOSES_AT] : REASON;
  return (
    <FormDialog
      title={t(`campaigns.step.${to}`)}
      confirm={t(`campaigns.step.${to}`)}
      words="campaigns"
      specs={specs}
      initial={{ closesAt: end }}
      act={act}
      variables={({ reason, closesAt }) => ({
        input: {
          id: sheet.id,
          to,
          expectedVersion: sheet.version,
          reason: reason.trim(),
          closesAt: to === "OPEN" && closesAt !== end ? `${closesAt}T00:00:00Z` : null,
        },
      })}
      done={t("campaigns.moved", { state: t(`campaignState.${to}`) })}
      onClose={onClose}
    >
      <p>{t(`campaigns.consequence.${to}`)}</p>
    </FormDialog>
  );
}

const CLOSES_AT: FieldSpec<"closesAt"> = { name: "closesAt", kind: "day" };

const pick = (data: TransitionCampaignData) => data.transitionCampaign;
