import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  RecordMarketSearch,
  type RecordMarketSearchData,
  WithdrawMarketSearch,
  type WithdrawMarketSearchData,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { type FieldSpec, orNull } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { REASON } from "../../parts/form/reason-spec";
import { useAct } from "../../providers/use-act";
import type { DerogationSheet } from "../desk-state";

interface Props {
  readonly sheet: DerogationSheet;
  readonly act: "search" | "withdrawSearch";
  readonly onClose: () => void;
}

const FOUND: readonly FieldSpec<"offer" | "on" | "reference">[] = [
  { name: "offer", kind: "line", optional: true, max: 200, words: "marketSearch" },
  { name: "on", kind: "day", words: "marketSearch" },
  { name: "reference", kind: "line", min: 3, max: 400, words: "marketSearch" },
];

/** What a search of the market found for the use case, or that it was found in error. */
export function MarketSearchDialog({ sheet, act, onClose }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const record = useAct(RecordMarketSearch, pickRecorded);
  const withdraw = useAct(WithdrawMarketSearch, pickWithdrawn);
  const [key] = useState(() => crypto.randomUUID());
  const standing = standingSearches(sheet);
  const frame = {
    title: t(`marketSearch.${act}Title`, { name: sheet.useCase?.name ?? "" }),
    confirm: t(`derogation.act.${act}`),
    words: "derogation",
    done: t(`marketSearch.${act}Done`),
    onClose,
    children: <p className="ink2">{t(`marketSearch.${act}Consequence`)}</p>,
  };
  if (act === "search")
    return (
      <FormDialog
        {...frame}
        specs={FOUND}
        act={record}
        variables={({ offer, ...typed }) => ({
          input: {
            ...{ useCaseId: sheet.useCase?.id ?? "", rule: sheet.rule, ...typed },
            ...{ offer: orNull(offer), idempotencyKey: key },
          },
        })}
      />
    );
  const choices = standing.map(
    ({ id, offer, on }) => [id, `${offer ?? t("marketSearch.none")}, ${format.date(on)}`] as const,
  );
  return (
    <FormDialog
      {...frame}
      specs={[{ name: "search", kind: "choice", choices, words: "marketSearch" }, ...REASON]}
      act={withdraw}
      variables={({ search, reason }) => ({
        input: { id: search, version: standing.find(({ id }) => id === search)?.version ?? 0, reason: reason.trim() },
      })}
    />
  );
}

export const standingSearches = ({ marketSearches }: Pick<DerogationSheet, "marketSearches">) =>
  marketSearches.filter(({ standing }) => standing);

const pickRecorded = (data: RecordMarketSearchData) => data.recordMarketSearch;
const pickWithdrawn = (data: WithdrawMarketSearchData) => data.withdrawMarketSearch;
