import { Radio } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { BudgetsSection } from "../allocation/BudgetsSection";
import { GrantButton } from "../allocation/GrantButton";
import { RightsSection } from "../allocation/RightsSection";
import { Pool, PoolLive, type PoolLiveFigures } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { AccountLine, type AccountItem } from "../parts/AccountLine";
import { PageHead } from "../parts/PageHead";
import { Failure, QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { DeploymentsSection } from "./DeploymentsSection";
import { LiveTable } from "./LiveTable";
import { PoolActs } from "./PoolActs";
import { poolTotals } from "./pool-account";
import type { PoolSheet } from "../allocation/pool-sheet";

type View = "live" | "models" | "rights";

/** One pool, live: its account, who occupies it, what it serves, who holds which right. */
export function PoolShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Pool, { id });
  return (
    <QueryState query={query}>
      {({ pool }) =>
        pool === null ? (
          <PageHead title={t("pools.notFound")} lead={t("pools.notFoundLead")} />
        ) : (
          <PoolPage pool={pool} />
        )
      }
    </QueryState>
  );
}

function PoolPage({ pool }: { readonly pool: PoolSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const [view, setView] = useState<View>("live");
  const query = useOperation(PoolLive, { id: pool.id }, { every: 2_000 });
  const live = query.data?.pool?.live;
  const waiting = live === undefined ? 0 : poolTotals(live.rows).waiting;
  useCrumbs([{ label: t("menu.pools"), to: "/pools" }, { label: pool.name }]);
  return (
    <>
      <PageHead
        title={pool.name}
        tags={
          <>
            <Tag state={pool.active ? "active" : "suspended"}>{t(pool.active ? "pools.active" : "pools.inactive")}</Tag>
            {pool.veto === null ? null : <Tag state="refused">{t("pools.underVeto")}</Tag>}
            {waiting > 0 ? (
              <Tag state="waiting">
                {t("pools.waitingTag", { smart_count: waiting, count: format.integer(waiting) })}
              </Tag>
            ) : null}
            {pool.invented && waiting === 0 ? <Tag state="plain">{t("pools.invented")}</Tag> : null}
          </>
        }
        lead={live === undefined ? undefined : lead(live)}
        actions={
          <>
            <GrantButton pool={pool} />
            <PoolActs pool={pool} />
          </>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("pools.views")}
          current={view}
          onChange={setView}
          tabs={(["live", "models", "rights"] as const).map((id) => ({ id, label: t(`pools.view.${id}`) }))}
        />
        {live === undefined ? null : <LiveAge live={live} />}
      </div>
      {query.error === null ? null : (
        <Failure error={query.error} staleSince={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      )}
      {live === undefined ? null : <PoolAccount live={live} />}
      {view === "live" && live !== undefined ? <LiveTable live={live} /> : null}
      {view === "models" || view === "live" ? <DeploymentsSection pool={pool} /> : null}
      {view === "rights" ? (
        <div className="stack">
          <RightsSection pool={pool} />
          <BudgetsSection
            caption={t("budget.captionPool", { pool: pool.name })}
            nodeIds={pool.allocations.map((allocation) => allocation.nodeId)}
            holders={pool.allocations.map(({ nodeId, nodeName }) => ({ id: nodeId, name: nodeName }))}
          />
        </div>
      ) : null}
    </>
  );

  function lead(figures: PoolLiveFigures): string {
    if (figures.replicas === 0) return t("pools.lead.silent");
    if (waiting > 0 && figures.free < 1) {
      const waiters = figures.rows.flatMap((row) =>
        row.waiting > 0 && row.organisation !== null ? [row.organisation.acronym ?? row.organisation.name] : [],
      );
      return t("pools.lead.full", { waiters: new Intl.ListFormat(format.locale).format(waiters) });
    }
    return figures.borrowed > 0
      ? t("pools.lead.lending", { lent: format.unit(figures.borrowed, "GPU"), free: format.unit(figures.free, "GPU") })
      : t("pools.lead.calm", { free: format.unit(figures.free, "GPU") });
  }
}

/** When the figures were measured, and by how many replicas; said aloud at most when the reader asks. */
function LiveAge({ live }: { readonly live: PoolLiveFigures }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <span className="as-of">
      <Radio className="icon-small" aria-hidden="true" />
      {live.at === null ? t("pools.noReport") : format.timeWithSeconds(live.at)}
      {" · "}
      {t("pools.replicas", { smart_count: live.replicas })}
    </span>
  );
}

/** physical = allocated + reserve, and the same GPUs again as occupied + borrowed + free. */
function PoolAccount({ live }: { readonly live: PoolLiveFigures }) {
  const t = useTranslate();
  const format = useFormat();
  const items: readonly AccountItem[] = [
    { label: t("pools.account.physical"), value: format.integer(live.physical), kind: "total" },
    { label: t("pools.account.allocated"), value: format.decimal(live.allocated), operator: "=" },
    { label: t("pools.account.reserve"), value: format.decimal(live.reserve), operator: "+" },
    { label: t("pools.account.within"), value: format.decimal(live.occupiedWithinRight), startsGroup: true },
    { label: t("pools.account.borrowed"), value: format.decimal(live.borrowed), operator: "+", kind: "borrowed" },
    { label: t("pools.account.free"), value: format.decimal(live.free), operator: "+" },
    { label: t("pools.account.physical"), value: format.integer(live.physical), operator: "=", kind: "total" },
  ];
  const summary = t("pools.account.summary", {
    occupied: format.decimal(live.occupiedWithinRight + live.borrowed),
    free: format.decimal(live.free),
  });
  return (
    <>
      <AccountLine label={t("pools.account.label")} items={items} />
      <p className="sr-only" aria-live="polite">
        {summary}
      </p>
    </>
  );
}
