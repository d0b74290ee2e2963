import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { CursorTable } from "../parts/CursorTable";
import { ListBar } from "../parts/ListBar";
import { Empty, QueryState } from "../parts/states";
import type { Column } from "../parts/Table";
import type { CursorList } from "../parts/use-cursor-list";
import type { DeskTab } from "../parts/tasks/desk-tabs";

export const DESK_PAGE = 25;

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Props<Data, Row> {
  readonly tab: DeskTab;
  /** States that the list can be narrowed to; their words are under `states.<state>`. */
  readonly states: readonly string[];
  readonly stateWords: string;
  readonly query: UseQueryResult<Data>;
  readonly pick: (data: Data) => Connection<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly list: CursorList;
  readonly change: (change: Partial<CursorList>) => void;
}

/** What a list of the desk asks the server, from what stands in the address. */
export const deskQuery = (
  { view, search, cursors }: CursorList,
  states: readonly string[],
  sort: "NEWEST" | "DUE",
) => ({
  filter: { search: search === "" ? null : search, states: states.includes(view) ? [view.toLowerCase()] : [] },
  sort,
  first: DESK_PAGE,
  after: cursors.at(-1) ?? null,
});

/** One list of the desk: narrowed by state and words, a page at a time. */
export function DeskList<Data, Row>(props: Props<Data, Row>) {
  const t = useTranslate();
  const { tab, states, stateWords, query, pick, list, change } = props;
  const view = states.includes(list.view) ? list.view : "all";
  const words = (id: string): string => (id === "all" ? t("desk.all") : t(`${stateWords}.${id}`));
  return (
    <>
      <ListBar
        label={t("desk.states")}
        views={["all", ...states].map((id) => ({ id, label: words(id) }))}
        view={view}
        onView={(one) => change({ view: one === "all" ? "" : one })}
        searchLabel={t("desk.search")}
        search={list.search}
        onSearch={(search) => change({ search })}
      />
      <QueryState query={query}>
        {(data) => (
          <CursorTable
            caption={t(`desk.tab.${tab}`)}
            columns={props.columns}
            rows={pick(data).edges.map(({ node }) => node)}
            rowKey={props.rowKey}
            pageInfo={pick(data).pageInfo}
            list={list}
            onChange={change}
            viewWords={words(view)}
            empty={
              <Empty title={t(`desk.empty.${tab}`)}>
                <p className="ink2">{t(`desk.emptyLead.${tab}`)}</p>
              </Empty>
            }
          />
        )}
      </QueryState>
    </>
  );
}
