import { useLocaleState, useTranslate } from "react-admin";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import type { Detail } from "./decision-detail";

type Verdict = Detail["pools"][number];

/** 1. The pools that were examined, and what the rules said of each. */
export function WhyPools({ detail }: { readonly detail: Detail }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const allowed = detail.pools.filter((pool) => pool.eligible).length;
  const columns: readonly Column<Verdict>[] = [
    { id: "pool", header: t("pools.pool"), cell: (row) => row.poolName },
    {
      id: "verdict",
      header: t("why.verdict"),
      cell: (row) =>
        row.eligible ? (
          <StateWord state="active">{t("why.allowed")}</StateWord>
        ) : (
          <StateWord state="refused">{t("why.denied")}</StateWord>
        ),
    },
    {
      id: "reasons",
      header: t("why.reasons"),
      cell: (row) =>
        row.reasons.length === 0
          ? t("why.noReason")
          : row.reasons.map((reason) => (
              <span key={reason.rule} style={{ display: "block" }}>
                {t("why.rule")} <span className="strong">{reason.rule}</span>
                {locale === "fr" ? "\u00a0: " : ": "}
                {lowerFirst(locale === "fr" ? reason.fr : reason.en)}
                {reason.silenced === null ? null : <em> ({t(`why.silenced.${reason.silenced}`)})</em>}
              </span>
            )),
    },
  ];
  return (
    <section>
      <h3>
        {t("why.poolsTitle")} <span>– {t("why.poolsCount", { allowed, smart_count: detail.pools.length })}</span>
      </h3>
      {detail.pools.length === 0 ? (
        <p className="small ink2">{t("why.noPools")}</p>
      ) : (
        <Table
          caption={t("why.poolsCaption")}
          columns={columns}
          rows={detail.pools}
          rowKey={(row) => row.poolId}
          compact
          wholeNames
        />
      )}
    </section>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
