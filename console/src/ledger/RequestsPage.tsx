import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { type RequestRow, Requests } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { MoreButton } from "../parts/Pager";
import { Empty, NoResult, QueryState } from "../parts/states";
import { useClient } from "../providers/client-context";
import { NewRequests } from "./NewRequests";
import { RequestFilters } from "./RequestFilters";
import { RequestList } from "./RequestList";
import { requestColumns } from "./request-columns";
import { shortId } from "./outcome-tag";
import { useRequestFilter } from "./use-request-filter";
import { WhyPanel } from "./WhyPanel";

const PAGE = 12;

/** Requests, newest first, and beside them why the chosen one was served, refused or failed. */
export function RequestsPage() {
  const t = useTranslate();
  const client = useClient();
  const { id } = useParams();
  const { choice, filter, change, clear, query: address } = useRequestFilter();
  const query = useInfiniteQuery({
    queryKey: [Requests.name, "pages", filter],
    queryFn: ({ pageParam, signal }) => client.run(Requests, { filter, first: PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ requests: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    refetchOnWindowFocus: false,
  });
  const rows: readonly RequestRow[] =
    query.data?.pages.flatMap((page) => page.requests.edges.map((edge) => edge.node)) ?? [];
  const chosen = id ?? rows[0]?.id;
  const filters = [
    ...(choice.outcome === "all" ? [] : [t(`requests.outcome.${choice.outcome}`)]),
    ...(["organisation", "useCase", "application", "code"] as const)
      .filter((name) => choice[name] !== "")
      .map((name) => t(`requests.${name}`)),
  ];
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
        actions={<ExportButton name="requests" columns={requestColumns} rows={rows} />}
      />
      <RequestFilters choice={choice} onChange={change} />
      <QueryState query={query}>
        {() =>
          rows.length === 0 && id === undefined ? (
            filters.length > 0 ? (
              <NoResult filter={filters.join(", ")} onClear={clear} />
            ) : (
              <Empty title={t("requests.empty")}>
                <p className="ink2">{t("requests.emptyLead")}</p>
              </Empty>
            )
          ) : (
            <div className="why-columns">
              <div>
                <NewRequests filter={filter} newest={rows[0]} onShow={() => void query.refetch()} />
                <RequestList rows={rows} chosen={chosen} address={address} />
                <MoreButton
                  shown={rows.length}
                  loading={query.isFetchingNextPage}
                  onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
                />
              </div>
              {chosen === undefined ? null : <WhyPanel id={chosen} />}
            </div>
          )
        }
      </QueryState>
    </>
  );
}
