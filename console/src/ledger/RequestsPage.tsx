import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams, useSearchParams } from "react-router";
import { Requests } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { Pager } from "../parts/list/Pager";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty, NoResult, QueryState } from "../parts/states";
import { NewRequests } from "./NewRequests";
import { RequestFilters } from "./RequestFilters";
import { RequestList } from "./RequestList";
import { requestColumns } from "./request-columns";
import { shortId } from "./outcome-tag";
import { choiceOf, narrowed, REQUEST_FILTERS, requestFilter } from "./request-filter";
import { WhyPanel } from "./WhyPanel";

/** Requests, newest first, and beside them why the chosen one was served, refused or failed. */
export function RequestsPage() {
  const t = useTranslate();
  const { id } = useParams();
  const [now] = useState(() => new Date());
  const list = useList({
    operation: Requests,
    variables: ({ filters, first, after }) => ({ filter: requestFilter(choiceOf(filters), now), first, after }),
    pick: (data) => data.requests,
    filters: REQUEST_FILTERS,
    page: 12,
  });
  const choice = choiceOf(list.state.filters);
  const { rows } = list;
  const chosen = id ?? rows[0]?.id;
  const [address] = useSearchParams();
  const narrowedBy = REQUEST_FILTERS.filter((name) => name !== "period" && list.state.filters[name] !== "").map(
    (name) => (name === "outcome" ? t(`requests.outcome.${choice.outcome}`) : t(`requests.${name}`)),
  );
  const clear = () => list.change({ filters: Object.fromEntries(REQUEST_FILTERS.map((name) => [name, ""])) });
  useCrumbs(
    id === undefined
      ? [{ label: t("menu.requests") }]
      : [{ label: t("menu.requests"), to: "/requests" }, { label: shortId(id) }],
  );
  return (
    <>
      <PageHead
        title={t("requests.title")}
        lead={t("requests.lead")}
        actions={<ExportButton name="requests" columns={requestColumns} rows={list.all} />}
      />
      <RequestFilters choice={choice} onChange={(part) => list.change({ filters: narrowed(part) })} />
      <QueryState query={list.query}>
        {() =>
          rows.length === 0 && id === undefined ? (
            narrowedBy.length > 0 ? (
              <NoResult filter={narrowedBy.join(", ")} onClear={clear} />
            ) : (
              <Empty title={t("requests.empty")}>
                <p className="ink2">{t("requests.emptyLead")}</p>
              </Empty>
            )
          ) : (
            <div className="why-columns">
              <div>
                {list.state.cursors.length > 0 ? null : (
                  <NewRequests
                    filter={requestFilter(choice, now)}
                    newest={rows[0]}
                    onShow={() => void list.query.refetch()}
                  />
                )}
                <RequestList rows={rows} chosen={chosen} address={address.toString()} />
                <Pager list={list} />
              </div>
              {chosen === undefined ? null : <WhyPanel id={chosen} />}
            </div>
          )
        }
      </QueryState>
    </>
  );
}
