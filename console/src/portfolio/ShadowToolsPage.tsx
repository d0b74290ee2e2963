import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type ShadowToolRow, ShadowTools } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { CursorTable } from "../parts/CursorTable";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListBar } from "../parts/ListBar";
import { PageHead } from "../parts/PageHead";
import { Empty, QueryState } from "../parts/states";
import { useCursorList } from "../parts/use-cursor-list";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { DeclareShadowToolDialog } from "./DeclareShadowToolDialog";
import { SHADOW_TOOL_STATES } from "./portfolio-states";
import { useShadowToolColumns } from "./shadow-tool-columns";
import { ShadowToolDialog } from "./ShadowToolDialog";

const PAGE = 25;
const VIEWS = ["all", ...SHADOW_TOOL_STATES] as const;

/** Tools that agents use outside any frame, and what the State offers instead. */
export function ShadowToolsPage() {
  const t = useTranslate();
  const [list, change] = useCursorList();
  const [declaring, setDeclaring] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const may = useAbility("declare", "ShadowTool");
  const view = VIEWS.find((one) => one === list.view) ?? "all";
  const query = useOperation(ShadowTools, {
    states: view === "all" ? [] : [view],
    search: list.search,
    first: PAGE,
    after: list.cursors.at(-1) ?? null,
  });
  const rows: readonly ShadowToolRow[] = query.data?.shadowTools.edges.map(({ node }) => node) ?? [];
  const columns = useShadowToolColumns(setOpened);
  const present = rows.find(({ id }) => id === opened);
  useCrumbs([{ label: t("menu.shadowTools") }]);
  return (
    <>
      <PageHead
        title={t("menu.shadowTools")}
        lead={t("shadowTools.lead")}
        actions={
          <>
            <ExportButton name="shadow-tools" columns={columns} rows={rows} />
            <ExplainedButton
              variant="contained"
              onClick={() => setDeclaring(true)}
              disabledReason={may ? undefined : t("shadowTools.declare.notYou")}
            >
              <Plus className="icon" aria-hidden="true" />
              {t("shadowTools.declare.verb")}
            </ExplainedButton>
          </>
        }
      />
      <ListBar
        label={t("shadowTools.views")}
        views={VIEWS.map((id) => ({ id, label: t(`shadowTools.view.${id}`) }))}
        view={view}
        onView={(one) => change({ view: one === "all" ? "" : one })}
        searchLabel={t("shadowTools.search")}
        search={list.search}
        onSearch={(search) => change({ search })}
      />
      <QueryState query={query}>
        {({ shadowTools }) => (
          <CursorTable
            caption={t("shadowTools.caption")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            pageInfo={shadowTools.pageInfo}
            list={list}
            onChange={change}
            viewWords={t(`shadowTools.view.${view}`)}
            empty={
              <Empty title={t("shadowTools.empty")}>
                <p className="ink2">{t("shadowTools.emptyLead")}</p>
              </Empty>
            }
          />
        )}
      </QueryState>
      {declaring ? <DeclareShadowToolDialog onClose={() => setDeclaring(false)} /> : null}
      {present === undefined ? null : <ShadowToolDialog tool={present} onClose={() => setOpened(null)} />}
    </>
  );
}
