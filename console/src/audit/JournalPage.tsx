import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { GovernanceEvents, type GovernanceEventsData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { codeKey } from "../providers/refusal";
import { eventFacts, subjectPath } from "./event-facts";

type Event = GovernanceEventsData["governanceEvents"]["edges"][number]["node"];

/** Every act of governance: when, who, what, on what. */
export function JournalPage() {
  const t = useTranslate();
  const format = useFormat();
  const list = useList({
    operation: GovernanceEvents,
    variables: ({ first, after }) => ({ first, after }),
    pick: (data) => data.governanceEvents,
    page: 50,
  });
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
        actions={<ExportButton name="journal" columns={columns} rows={list.all} />}
      />
      <ListView
        list={list}
        caption={t("journal.caption")}
        columns={columns}
        rowKey={(event) => event.id}
        compact
        empty={<Empty title={t("journal.empty")} />}
      />
    </>
  );
}
