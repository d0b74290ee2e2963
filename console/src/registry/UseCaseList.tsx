import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type UseCaseRow, type UseCaseSortField, UseCases } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { Pager } from "../parts/Pager";
import { Empty, NoResult, QueryState } from "../parts/states";
import { Table } from "../parts/Table";
import { Tabs } from "../parts/Tabs";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { useUseCaseColumns } from "../parts/use-cases/use-case-columns";
import { STATE_VIEWS, type StateView } from "../parts/use-cases/use-case-states";
import { useListParameters } from "./use-list-parameters";

const PAGE = 25;
const VIEWS = Object.keys(STATE_VIEWS) as readonly StateView[];

export function UseCaseList() {
  const t = useTranslate();
  const format = useFormat();
  const [list, change] = useListParameters();
  const mayDeclare = useAbility("declare", "UseCase");
  const query = useOperation(UseCases, {
    filter: { search: list.search === "" ? null : list.search, state: STATE_VIEWS[list.view] },
    sort: { field: list.sort, direction: list.descending ? "DESC" : "ASC" },
    first: PAGE,
    after: list.cursors.at(-1) ?? null,
  });
  const columns = useUseCaseColumns();
  useCrumbs([{ label: t("menu.useCases") }]);
  const rows: readonly UseCaseRow[] = query.data?.useCases.edges.map((edge) => edge.node) ?? [];
  const total = query.data?.useCases.totalCount ?? 0;
  const filtered = list.search !== "" || list.view !== "all";
  return (
    <>
      <PageHead
        title={t("menu.useCases")}
        lead={t("registry.listLead")}
        actions={
          <>
            <ExportButton name="use-cases" columns={columns} rows={rows} />
            {mayDeclare ? (
              <Button component={Link} to="/use-cases/create" variant="contained">
                <Plus className="icon" aria-hidden="true" />
                {t("registry.declare.title")}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("registry.views")}
          current={list.view}
          onChange={(view) => change({ view })}
          tabs={VIEWS.map((id) => ({ id, label: t(`registry.view.${id}`) }))}
        />
        <span className="as-of" role="status">
          {query.data === undefined ? null : t("registry.count", { smart_count: total, count: format.integer(total) })}
        </span>
      </div>
      <div className="filters">
        <label>
          {t("registry.search")}
          <input
            className="input"
            type="search"
            value={list.search}
            onChange={(event) => change({ search: event.target.value })}
          />
        </label>
      </div>
      <QueryState query={query}>
        {(data) =>
          rows.length > 0 ? (
            <div>
              <Table
                caption={t("registry.caption")}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                ruled
                sort={{ column: list.sort, descending: list.descending }}
                onSort={(sort) => change({ sort: sort.column as UseCaseSortField, descending: sort.descending })}
              />
              <Pager
                page={list.cursors.length + 1}
                pages={Math.max(Math.ceil(total / PAGE), 1)}
                onPrevious={list.cursors.length > 0 ? () => change({ cursors: list.cursors.slice(0, -1) }) : undefined}
                onNext={nextPage(data.useCases.pageInfo)}
              />
            </div>
          ) : filtered ? (
            <NoResult
              filter={[list.search, list.view === "all" ? "" : t(`registry.view.${list.view}`)]
                .filter(Boolean)
                .join(", ")}
              onClear={() => change({ search: "", view: "all" })}
            />
          ) : (
            <Empty title={t("registry.empty")}>
              <Button component={Link} to="/use-cases/create" size="small" variant="contained">
                {t("registry.declare.title")}
              </Button>
            </Empty>
          )
        }
      </QueryState>
    </>
  );

  function nextPage(page: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  }): (() => void) | undefined {
    const cursor = page.endCursor;
    if (!page.hasNextPage || cursor === null) return undefined;
    return () => change({ cursors: [...list.cursors, cursor] });
  }
}
