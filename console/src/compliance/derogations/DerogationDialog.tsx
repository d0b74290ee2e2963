import { useState } from "react";
import { useTranslate } from "react-admin";
import { Derogation, Pools } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { Tag } from "../../parts/Tag";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import { STANDING_TAG, type DerogationSheet } from "../desk-state";
import { OfUseCase } from "../OfUseCase";
import { Facts, type RecordAct, RecordDialog } from "../../parts/RecordDialog";
import { CloseDerogationDialog } from "./CloseDerogationDialog";
import { DecideDerogationDialog } from "./DecideDerogationDialog";
import { MarketSearchDialog, standingSearches } from "./MarketSearchDialog";

type Act = "endorse" | "grant" | "refuse" | "withdraw" | "revoke" | "search" | "withdrawSearch";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One derogation, whole, and the step that follows for whoever may take it. */
export function DerogationDialog({ id, onClose }: Props) {
  const sheet = useOperation(Derogation, { id }).data?.derogation;
  const [act, setAct] = useState<Act | null>(null);
  const acts = useActs(sheet ?? null);
  const t = useTranslate();
  if (sheet === undefined || sheet === null) return null;
  const close = () => setAct(null);
  if (act === "endorse" || act === "grant") return <DecideDerogationDialog sheet={sheet} act={act} onClose={close} />;
  if (act === "search" || act === "withdrawSearch")
    return <MarketSearchDialog sheet={sheet} act={act} onClose={close} />;
  if (act !== null) return <CloseDerogationDialog sheet={sheet} act={act} onClose={close} />;
  return (
    <RecordDialog
      title={t("derogation.title", { name: sheet.useCase?.name ?? "" })}
      tag={<Tag state={STANDING_TAG[sheet.standing]}>{t(`derogationStanding.${sheet.standing}`)}</Tag>}
      words="derogation"
      acts={acts}
      onAct={setAct}
      onClose={onClose}
    >
      <DerogationFacts sheet={sheet} />
    </RecordDialog>
  );
}

const FROM: Readonly<Record<Act, readonly DerogationSheet["state"][]>> = {
  endorse: ["REQUESTED"],
  grant: ["ENDORSED"],
  refuse: ["REQUESTED", "ENDORSED"],
  withdraw: ["REQUESTED", "ENDORSED"],
  revoke: ["GRANTED"],
  search: ["REQUESTED", "ENDORSED", "GRANTED"],
  withdrawSearch: ["REQUESTED", "ENDORSED", "GRANTED"],
};

/** Steps out of the present state, each with why this person may not take it. */
function useActs(sheet: DerogationSheet | null): readonly RecordAct<Act>[] {
  const t = useTranslate();
  const may: Readonly<Record<Act, boolean>> = {
    endorse: useAbility("validate", "Derogation"),
    grant: useAbility("grant", "Derogation"),
    refuse: useAbility("review", "Derogation"),
    withdraw: useAbility("declare", "Derogation"),
    revoke: useAbility("revoke", "Derogation"),
    search: useAbility("review", "Derogation"),
    withdrawSearch: useAbility("review", "Derogation"),
  };
  if (sheet === null) return [];
  const open = (Object.keys(FROM) as Act[])
    .filter((act) => FROM[act].includes(sheet.state))
    .filter((act) => act !== "withdrawSearch" || standingSearches(sheet).length > 0);
  return open.map((id) => ({
    id,
    danger: id === "refuse" || id === "revoke",
    whyNot: may[id] ? undefined : t(`derogation.notYou.${id}`),
  }));
}

function DerogationFacts({ sheet }: { readonly sheet: DerogationSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const pools = useOperation(Pools, {}).data?.pools ?? [];
  const pool = pools.find(({ id }) => id === sheet.poolId)?.name ?? sheet.poolId ?? t("derogation.everyPool");
  const decisions = sheet.decisions.map(
    ({ authority, reference, on }) =>
      `${t(`authority.${authority}`, { _: authority })} : ${reference}, ${format.date(on)}`,
  );
  const searches = standingSearches(sheet).map(
    ({ offer, on, reference }) => `${offer ?? t("marketSearch.none")}, ${format.date(on)} (${reference})`,
  );
  return (
    <Facts
      facts={[
        [t("desk.useCase"), <OfUseCase key="use-case" useCase={sheet.useCase} />],
        [t("registry.organisation"), sheet.organisation?.name ?? ""],
        [
          t("derogation.field.rule"),
          <span key="rule" className="mono">
            {sheet.rule}
          </span>,
        ],
        [t("derogation.field.poolId"), pool],
        [t("derogation.period"), `${format.date(sheet.startsOn)} – ${format.date(sheet.endsOn)}`],
        [t("derogation.field.motive"), sheet.motive],
        [t("derogation.field.guarantees"), sheet.guarantees],
        [t("derogation.field.notice"), sheet.notice],
        [t("derogation.authorities"), sheet.authorities.map((one) => t(`authority.${one}`, { _: one })).join(", ")],
        [t("derogation.decisions"), decisions.join(" · ")],
        [t("marketSearch.title"), searches.join(" · ")],
        [t("derogation.requestedBy"), sheet.requestedBy],
        [t("derogation.endorsedBy"), sheet.endorsedBy ?? ""],
        [t("derogation.grantedBy"), sheet.grantedBy ?? ""],
        [t("derogation.closeReason"), sheet.closeReason ?? ""],
      ]}
    />
  );
}
