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
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { actorWords, eventFacts, isIdentifier, subjectPath } from "./event-facts";
import { actKey, JOURNAL_FILTERS, journalFilter } from "./journal-filter";
import { SaltErasure } from "./SaltErasure";
import { JournalFilters } from "./JournalFilters";

type Event = GovernanceEventsData["governanceEvents"]["edges"][number]["node"];

/** Every act of governance: when, who, what, on what; by act, body, person and period. */
export function JournalPage() {
  const t = useTranslate();
  const list = useList({
    operation: GovernanceEvents,
    variables: ({ filters, first, after }) => ({ filter: journalFilter(filters), first, after }),
    pick: (data) => data.governanceEvents,
    filters: JOURNAL_FILTERS,
    page: 50,
  });
  const { filters } = list.state;
  const people = new Map(list.rows.map(({ actor, actorName }) => [actor, actorWords(actor, actorName, t)]));
  const narrow = (part: Readonly<Record<string, string>>) => list.change({ filters: part });
  const columns = useEventColumns((actor) => narrow({ actor }));
  useCrumbs([{ label: t("menu.journal") }]);
  return (
    <>
      <PageHead
        title={t("menu.journal")}
        lead={t("journal.lead")}
        actions={
          <>
            <SaltErasure />
            <ExportButton name="journal" columns={columns} rows={list.all} />
          </>
        }
      />
      <ListView
        list={list}
        caption={t("journal.caption")}
        columns={columns}
        rowKey={(event) => event.id}
        compact
        filters={<JournalFilters filters={filters} people={people} onChange={narrow} />}
        filterWords={(name) => t(`journal.${name}`)}
        empty={<Empty title={t("journal.empty")} />}
      />
    </>
  );
}

function useEventColumns(onActor: (actor: string) => void): readonly Column<Event>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("at", t("journal.at"), "at", (event) => event.at, {
      show: (value) => (
        <span className="nowrap">
          {format.shortDate(value)}, {format.timeWithSeconds(value)}
        </span>
      ),
    }),
    column("act", t("journal.act"), "act", (event) => event.useCase, {
      cell: (event) => {
        const path = subjectPath(event.subjectType, event.subjectId);
        const act = t(actKey(event.useCase), { _: event.useCase });
        return path === null ? (
          act
        ) : (
          <Link className="quiet" to={path}>
            {act}
          </Link>
        );
      },
    }),
    column("organisation", t("journal.organisation"), "organisation", (event) => event.organisation?.slug ?? null, {
      cell: (event) => event.organisation?.acronym ?? event.organisation?.name ?? NONE,
    }),
    column("facts", t("journal.facts"), "data", (event) => JSON.stringify(event.data), {
      cell: (event) => {
        const facts = eventFacts(event, t, format);
        return facts.length === 0 ? (
          NONE
        ) : (
          <ul className="facts">
            {facts.map(([label, value]) => (
              <li key={label}>
                <span className="ink2">{label}</span>{" "}
                <span className={isIdentifier(value) ? "mono" : undefined}>{value}</span>
              </li>
            ))}
          </ul>
        );
      },
    }),
    column("actor", t("journal.actor"), "actor", (event) => event.actor, {
      cell: (event) => (
        <button type="button" className="link nowrap" onClick={() => onActor(event.actor)}>
          {actorWords(event.actor, event.actorName, t)}
        </button>
      ),
    }),
  ];
}
