import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import {
  BringNeeds,
  type BringNeedsData,
  Campaigns,
  ConsolidatedKinds,
  Consolidations,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ActDialog } from "../../parts/ActDialog";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { ChoiceField } from "../../parts/FormFields";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { usePerson } from "../../providers/use-person";
import { ReasonField } from "../../parts/form/ReasonField";
import { roundReasonIsEnough } from "../round-reason";
import type { RoundSheet } from "../round-states";

/** Brings the needs that a campaign's consolidation sized into a call, while it takes requests. */
export function BringNeedsButton({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const [bringing, setBringing] = useState(false);
  const abilities = usePerson()?.abilities ?? [];
  const right = sheet.round.acts.find(({ act }) => act === "bring");
  if (right === undefined) return null;
  return (
    <>
      <ExplainedButton
        variant="outlined"
        onClick={() => setBringing(true)}
        disabledReason={abilities.includes(right.ability) ? undefined : t("rounds.notYou")}
      >
        {t("rounds.bring.title")}
      </ExplainedButton>
      {bringing ? <BringNeedsDialog sheet={sheet} onClose={() => setBringing(false)} /> : null}
    </>
  );
}

function BringNeedsDialog({ sheet, onClose }: { readonly sheet: RoundSheet; readonly onClose: () => void }) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(BringNeeds, pick);
  const [consolidationId, setConsolidation] = useState("");
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const kinds = useKinds(consolidationId);
  const shared = new Set(sheet.round.pools.map(({ poolId }) => poolId));
  const classes = [...new Set(sheet.pools.filter(({ id }) => shared.has(id)).map(({ gpuClass }) => gpuClass))];
  /** A kind runs on its own class where the round has it, and otherwise on what is chosen for it. */
  const classOf = (kind: string): string => chosen[kind] ?? (classes.includes(kind) ? kind : (classes[0] ?? ""));
  const confirm = async () => {
    setTried(true);
    if (consolidationId === "" || !roundReasonIsEnough(reason)) return;
    const { id: roundId, version: expectedVersion } = sheet.round;
    const gpuClasses = kinds.map((gpuType) => ({ gpuType, classes: [classOf(gpuType)] }));
    const input = { roundId, expectedVersion, consolidationId, gpuClasses, reason: reason.trim() };
    if ((await act.run({ input })) === null) return;
    onClose();
    notify(t("rounds.bring.done"), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("rounds.bring.title")}
      confirm={t("rounds.bring.title")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{t("rounds.bring.lead")}</p>
      <ConsolidationChoice wrong={tried && consolidationId === ""} onChange={setConsolidation} />
      {kinds.map((kind) => (
        <ChoiceField
          key={kind}
          frame={{ id: `kind-${kind}`, label: t("rounds.bring.kind", { kind }) }}
          value={classOf(kind)}
          options={classes.map((one) => [one, one])}
          onChange={(value) => setChosen({ ...chosen, [kind]: value })}
        />
      ))}
      <ReasonField
        id="bring-reason"
        value={reason}
        onChange={setReason}
        error={tried && !roundReasonIsEnough(reason) ? t("rounds.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

/** Kinds of GPU that the consolidation's needs were sized on. */
function useKinds(consolidationId: string): readonly string[] {
  const query = useOperation(ConsolidatedKinds, { id: consolidationId }, { enabled: consolidationId !== "" });
  if (consolidationId === "") return [];
  return [...new Set(query.data?.consolidation?.cells.map(({ gpuType }) => gpuType) ?? [])].sort();
}

interface ChoiceProps {
  readonly wrong: boolean;
  readonly onChange: (consolidationId: string) => void;
}

/** A campaign, then one of its consolidations that somebody stands for. */
function ConsolidationChoice({ wrong, onChange }: ChoiceProps) {
  const t = useTranslate();
  const format = useFormat();
  const [campaignId, setCampaign] = useState("");
  const [value, setValue] = useState("");
  const campaigns = useOperation(Campaigns, { first: 100, after: null, filter: { kind: "CAPACITY" } });
  const consolidations = useOperation(Consolidations, { campaignId }, { enabled: campaignId !== "" });
  const choose = (id: string) => {
    setValue(id);
    onChange(id);
  };
  const rows = campaigns.data?.campaigns.edges.map(({ node }) => node) ?? [];
  const ready = campaignId === "" ? [] : (consolidations.data?.consolidations ?? []);
  const usable = ready.filter(({ state }) => state === "REVIEWED" || state === "PUBLISHED");
  return (
    <div>
      <ChoiceField
        frame={{ id: "bring-campaign", label: t("rounds.bring.campaign") }}
        value={campaignId}
        options={[["", t("form.choose")], ...rows.map(({ id, name }) => [id, name] as const)]}
        onChange={(id) => {
          setCampaign(id);
          choose("");
        }}
      />
      <ChoiceField
        frame={{
          id: "bring-consolidation",
          label: t("rounds.bring.consolidation"),
          hint: campaignId !== "" && usable.length === 0 ? t("rounds.bring.none") : undefined,
          error: wrong ? t("rounds.bring.missing") : undefined,
        }}
        value={value}
        options={[
          ["", t("form.choose")],
          ...usable.map(
            ({ id, state, computedAt, requestedAt }) =>
              [id, `${format.dateTime(computedAt ?? requestedAt)}, ${t(`consolidationState.${state}`)}`] as const,
          ),
        ]}
        onChange={choose}
      />
    </div>
  );
}

const pick = (data: BringNeedsData) => data.bringNeeds;
