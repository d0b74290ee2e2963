import { useTranslate } from "react-admin";
import type { Operation } from "../generated/operations";
import type { Connection } from "../parts/list/every-row";
import { ListView } from "../parts/list/ListView";
import { type List, useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import type { DeskTab } from "../parts/tasks/desk-tabs";

interface DeskVariables {
  readonly filter?: { readonly search?: string | null; readonly states?: readonly string[] | null } | null;
  readonly sort?: "DUE" | "NEWEST" | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

interface Asked<Data, Row> {
  readonly operation: Operation<Data, DeskVariables>;
  readonly pick: (data: Data) => Connection<Row>;
  readonly sort: "DUE" | "NEWEST";
  /** States that the list can be narrowed to. */
  readonly states: readonly string[];
  /** Asks again every so many milliseconds. */
  readonly every?: number;
}

/** A list of the desk, narrowed by state and words: the soonest term or the newest first. */
export function useDeskList<Data, Row>({ operation, pick, sort, states, every }: Asked<Data, Row>): List<Row> {
  return useList({
    operation,
    variables: ({ search, view, first, after }) => ({
      filter: { search, states: view === "all" ? [] : [view.toLowerCase()] },
      sort,
      first,
      after,
    }),
    pick,
    views: ["all", ...states],
    every,
  });
}

interface Props<Row> {
  readonly tab: DeskTab;
  readonly list: List<Row>;
  /** Where the dictionary has the words of the states. */
  readonly stateWords: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

/** One list of the desk. */
export function DeskList<Row>(props: Props<Row>) {
  const t = useTranslate();
  const { tab, list, stateWords } = props;
  return (
    <ListView
      list={list}
      caption={t(`desk.tab.${tab}`)}
      columns={props.columns}
      rowKey={props.rowKey}
      views={{ label: t("desk.states"), words: (id) => (id === "all" ? t("desk.all") : t(`${stateWords}.${id}`)) }}
      search={t("desk.search")}
      empty={
        <Empty title={t(`desk.empty.${tab}`)}>
          <p className="ink2">{t(`desk.emptyLead.${tab}`)}</p>
        </Empty>
      }
    />
  );
}
