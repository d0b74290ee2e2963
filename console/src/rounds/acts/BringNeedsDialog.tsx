import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  BringNeeds,
  type BringNeedsData,
  Campaigns,
  ConsolidatedKinds,
  Consolidations,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import type { FieldSpec, FormValues } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { usePerson } from "../../providers/use-person";
import { ROUND_REASON } from "../round-reason";
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
  const act = useAct(BringNeeds, pick);
  // What is asked of the server follows what is chosen.
  const [campaignId, setCampaign] = useState("");
  const [chosenId, setChosen] = useState("");
  const campaigns = useCampaigns();
  const consolidations = useUsableConsolidations(campaignId);
  const kinds = useKinds(chosenId);
  const shared = new Set(sheet.round.pools.map(({ poolId }) => poolId));
  const classes = [...new Set(sheet.pools.filter(({ id }) => shared.has(id)).map(({ gpuClass }) => gpuClass))];
  /** A kind runs on its own class where the round has it, and otherwise on what is chosen for it. */
  const classOf = (kind: string, typed = ""): string =>
    typed !== "" ? typed : classes.includes(kind) ? kind : (classes[0] ?? "");
  const specs: readonly FieldSpec[] = [
    { name: "campaign", kind: "choice", choices: campaigns },
    {
      ...{ name: "consolidation", kind: "choice", choices: consolidations },
      ...(campaignId !== "" && consolidations.length === 0 ? { hint: t("rounds.bring.none") } : {}),
    },
    ...kinds.map((kind): FieldSpec => ({
      ...{ name: kindField(kind), kind: "choice", optional: true, label: t("rounds.bring.kind", { kind }) },
      ...{ none: classOf(kind), choices: classes.filter((one) => one !== classOf(kind)).map((one) => [one, one]) },
    })),
    ...ROUND_REASON,
  ];
  return (
    <FormDialog
      title={t("rounds.bring.title")}
      confirm={t("rounds.bring.title")}
      words="rounds.bring"
      specs={specs}
      follows={(name, value) => {
        if (name === "campaign") setCampaign(value);
        if (name === "consolidation") setChosen(value);
        if (name !== "campaign") return {};
        setChosen("");
        return { consolidation: "" };
      }}
      act={act}
      variables={({ consolidation: consolidationId = "", reason = "", ...typed }: FormValues) => {
        const { id: roundId, version: expectedVersion } = sheet.round;
        const gpuClasses = kinds.map((kind) => ({ gpuType: kind, classes: [classOf(kind, typed[kindField(kind)])] }));
        return { input: { roundId, expectedVersion, consolidationId, gpuClasses, reason: reason.trim() } };
      }}
      done={t("rounds.bring.done")}
      onClose={onClose}
    >
      <p>{t("rounds.bring.lead")}</p>
    </FormDialog>
  );
}

const kindField = (kind: string): string => `kind-${kind}`;

type Choices = readonly (readonly [id: string, words: string])[];

function useCampaigns(): Choices {
  const query = useOperation(Campaigns, { first: 100, after: null, filter: { kind: "CAPACITY" } });
  return (query.data?.campaigns.edges ?? []).map(({ node }) => [node.id, node.name]);
}

/** The campaign's consolidations that somebody stands for. */
function useUsableConsolidations(campaignId: string): Choices {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(Consolidations, { campaignId }, { enabled: campaignId !== "" });
  if (campaignId === "") return [];
  return (query.data?.consolidations ?? [])
    .filter(({ state }) => state === "REVIEWED" || state === "PUBLISHED")
    .map(({ id, state, computedAt, requestedAt }) => [
      id,
      `${format.dateTime(computedAt ?? requestedAt)}, ${t(`consolidationState.${state}`)}`,
    ]);
}

/** Kinds of GPU that the consolidation's needs were sized on. */
function useKinds(consolidationId: string): readonly string[] {
  const query = useOperation(ConsolidatedKinds, { id: consolidationId }, { enabled: consolidationId !== "" });
  if (consolidationId === "") return [];
  return [...new Set(query.data?.consolidation?.cells.map(({ gpuType }) => gpuType) ?? [])].sort();
}

const pick = (data: BringNeedsData) => data.bringNeeds;
