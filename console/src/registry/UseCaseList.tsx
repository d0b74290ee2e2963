import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type UseCaseSortField, UseCases } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { PageHead } from "../parts/PageHead";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import { useAbility } from "../providers/use-person";
import { useUseCaseColumns } from "../parts/use-cases/use-case-columns";
import { STATE_VIEWS, type StateView } from "../parts/use-cases/use-case-states";

const VIEWS = Object.keys(STATE_VIEWS) as readonly StateView[];
const SORTS: readonly UseCaseSortField[] = ["NAME", "STATE", "DECLARED_AT", "ORGANISATION"];

export function UseCaseList() {
  const t = useTranslate();
  const format = useFormat();
  const mayDeclare = useAbility("declare", "UseCase");
  const list = useList({
    operation: UseCases,
    variables: ({ search, view, sort, first, after }) => ({
      filter: { search, state: STATE_VIEWS[view] },
      sort,
      first,
      after,
    }),
    pick: (data) => data.useCases,
    views: VIEWS,
    sorts: SORTS,
    sorted: { column: "NAME", descending: false },
  });
  const columns = useUseCaseColumns();
  useCrumbs([{ label: t("menu.useCases") }]);
  return (
    <>
      <PageHead
        title={t("menu.useCases")}
        lead={t("registry.listLead")}
        actions={
          <>
            <ExportButton name="use-cases" columns={columns} rows={list.all} />
            {mayDeclare ? (
              <Button component={Link} to="/use-cases/create" variant="contained">
                <Plus className="icon" aria-hidden="true" />
                {t("registry.declare.title")}
              </Button>
            ) : null}
          </>
        }
      />
      <ListView
        list={list}
        caption={t("registry.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        views={{ label: t("registry.views"), words: (view) => t(`registry.view.${view}`) }}
        count={t("registry.count", { smart_count: list.total ?? 0, count: format.integer(list.total ?? 0) })}
        search={t("registry.search")}
        empty={
          <Empty title={t("registry.empty")}>
            <Button component={Link} to="/use-cases/create" size="small" variant="contained">
              {t("registry.declare.title")}
            </Button>
          </Empty>
        }
      />
    </>
  );
}
