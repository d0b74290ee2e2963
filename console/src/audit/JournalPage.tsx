import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { GovernanceEvents, type GovernanceEventsData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { MoreButton } from "../parts/Pager";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { useClient } from "../providers/client-context";
import { codeKey } from "../providers/refusal";
import { eventFacts, subjectPath } from "./event-facts";

type Event = GovernanceEventsData["governanceEvents"]["edges"][number]["node"];

/** Every act of governance: when, who, what, on what. */
export function JournalPage() {
  const t = useTranslate();
  const format = useFormat();
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: [GovernanceEvents.name, "pages"],
    queryFn: ({ pageParam, signal }) => client.run(GovernanceEvents, { first: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ governanceEvents: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const events = query.data?.pages.flatMap((page) => page.governanceEvents.edges.map((edge) => edge.node)) ?? [];
  useCrumbs([{ label: t("menu.journal") }]);
  const act = (event: Event): string => t(`act.${codeKey(event.useCase)}`, { _: event.useCase });
  const columns: readonly Column<Event>[] = [
    {
      id: "at",
      header: t("journal.at"),
      cell: (event) => (
        <span className="nowrap">
          {format.shortDate(event.at)}, {format.timeWithSeconds(event.at)}
        </span>
      ),
      csv: { header: "at", value: (event) => event.at },
    },
    {
      id: "act",
      header: t("journal.act"),
      cell: (event) => {
        const path = subjectPath(event.subjectType, event.subjectId);
        return path === null ? (
          act(event)
        ) : (
          <Link className="quiet" to={path}>
            {act(event)}
          </Link>
        );
      },
      csv: { header: "act", value: (event) => event.useCase },
    },
    {
      id: "organisation",
      header: t("journal.organisation"),
      cell: (event) => event.organisation?.acronym ?? event.organisation?.name ?? NONE,
      csv: { header: "organisation", value: (event) => event.organisation?.slug ?? null },
    },
    {
      id: "facts",
      header: t("journal.facts"),
      cell: (event) => <span className="ink2">{eventFacts(event.data) || NONE}</span>,
      csv: { header: "data", value: (event) => JSON.stringify(event.data) },
    },
    {
      id: "actor",
      header: t("journal.actor"),
      cell: (event) => <span className="mono ink2">{event.actor.slice(0, 18)}</span>,
      csv: { header: "actor", value: (event) => event.actor },
    },
  ];
  return (
    <>
      <PageHead
        title={t("menu.journal")}
        lead={t("journal.lead")}
        actions={<ExportButton name="journal" columns={columns} rows={events} />}
      />
      <QueryState query={query}>
        {() =>
          events.length === 0 ? (
            <Empty title={t("journal.empty")} />
          ) : (
            <div>
              <Table
                caption={t("journal.caption")}
                columns={columns}
                rows={events}
                rowKey={(event) => event.id}
                compact
                ruled
              />
              <MoreButton
                shown={events.length}
                loading={query.isFetchingNextPage}
                onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              />
            </div>
          )
        }
      </QueryState>
    </>
  );
}
