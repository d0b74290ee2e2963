import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type CampaignState, TransitionCampaign, type TransitionCampaignData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { ExplainedButton } from "../parts/ExplainedButton";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { ReasonField, reasonIsEnough } from "../parts/form/ReasonField";
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
  const notify = useNotify();
  const act = useAct(TransitionCampaign, pick);
  const [reason, setReason] = useState("");
  const [end, setEnd] = useState(sheet.closesAt.slice(0, 10));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(reason) || end === "") return;
    const closesAt = to === "OPEN" && end !== sheet.closesAt.slice(0, 10) ? `${end}T00:00:00Z` : null;
    const input = { id: sheet.id, to, expectedVersion: sheet.version, reason: reason.trim(), closesAt };
    if ((await act.run({ input })) === null) return;
    onClose();
    notify(t("campaigns.moved", { state: t(`campaignState.${to}`) }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t(`campaigns.step.${to}`)}
      confirm={t(`campaigns.step.${to}`)}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t(`campaigns.consequence.${to}`)}</p>
      {to === "OPEN" ? (
        <Field
          id="campaign-end"
          label={t("campaigns.form.closesAt")}
          error={end === "" ? t("campaigns.wrong.closesAt") : undefined}
        >
          {(attributes) => (
            <input {...attributes} type="date" value={end} onChange={(event) => setEnd(event.target.value)} />
          )}
        </Field>
      ) : null}
      <ReasonField
        id="campaign-reason"
        value={reason}
        onChange={setReason}
        error={tried && !reasonIsEnough(reason) ? t("form.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pick = (data: TransitionCampaignData) => data.transitionCampaign;
