import { Button, Dialog } from "@mui/material";
import { useId } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { type Column, Table } from "../parts/Table";
import type { Explanation, RoundLineRow, RoundSheet } from "./round-states";

interface Props {
  readonly sheet: RoundSheet;
  readonly line: RoundLineRow;
  readonly onClose: () => void;
}

/** Why a need is granted this many GPUs, quarter by quarter: what binds it, who holds the rest, what would free more. */
export function WhyDialog({ sheet, line, onClose }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const id = useId();
  const pools = new Map(sheet.pools.map((pool) => [pool.id, pool.name]));
  const unlock = ({ unlock: { kind, gpus, poolIds } }: Explanation): string =>
    t(`rounds.unlock.${kind}`, {
      smart_count: gpus ?? 0,
      pools: poolIds.map((poolId) => pools.get(poolId) ?? poolId).join(", "),
    });
  const columns: readonly Column<Explanation>[] = [
    { id: "quarter", header: t("rounds.quarter"), cell: (row) => row.quarter },
    {
      id: "granted",
      header: t("rounds.granted"),
      numeric: true,
      cell: (row) => `${format.integer(row.granted)} / ${format.integer(row.asked)}`,
    },
    { id: "binding", header: t("rounds.binding"), cell: (row) => t(`roundBinding.${row.binding}`) },
    {
      id: "holders",
      header: t("rounds.holders"),
      cell: ({ holders }) =>
        t("rounds.holdersText", {
          urgent: holders.moreUrgent,
          same: holders.sameClassOtherMinistry + holders.sameClassSameMinistry,
          less: holders.lessUrgent,
        }),
    },
    { id: "reachable", header: t("rounds.reachable"), numeric: true, cell: (row) => format.integer(row.reachable) },
    { id: "unlock", header: t("rounds.unlocks"), cell: unlock },
  ];
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md" transitionDuration={0}>
      <h2 id={id} className="dialog-title">
        {t("rounds.why", { name: line.title })}
      </h2>
      <div className="dialog-content">
        {line.explanations.length === 0 ? (
          <p className="ink2">{t("rounds.noWhy")}</p>
        ) : (
          <Table
            caption={t("rounds.whyCaption")}
            columns={columns}
            rows={line.explanations}
            rowKey={(row) => row.quarter}
            compact
          />
        )}
        {line.amendedReason === null ? null : <p>{t("rounds.amended", { reason: line.amendedReason })}</p>}
      </div>
      <div className="dialog-bar">
        <Button onClick={onClose}>{t("rounds.close")}</Button>
      </div>
    </Dialog>
  );
}
