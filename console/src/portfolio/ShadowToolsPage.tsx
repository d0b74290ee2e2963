import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { ShadowTools } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import { useAbility } from "../providers/use-person";
import { DeclareShadowToolDialog } from "./DeclareShadowToolDialog";
import { SHADOW_TOOL_STATES } from "./portfolio-states";
import { useShadowToolColumns } from "./shadow-tool-columns";
import { ShadowToolDialog } from "./ShadowToolDialog";

const VIEWS = ["all", ...SHADOW_TOOL_STATES] as const;

/** Tools that agents use outside any frame, and what the State offers instead. */
export function ShadowToolsPage() {
  const t = useTranslate();
  const [declaring, setDeclaring] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const may = useAbility("declare", "ShadowTool");
  const list = useList({
    operation: ShadowTools,
    variables: ({ view, ...asked }) => ({ ...asked, states: SHADOW_TOOL_STATES.filter((state) => state === view) }),
    pick: (data) => data.shadowTools,
    views: VIEWS,
  });
  const columns = useShadowToolColumns(setOpened);
  const present = list.rows.find(({ id }) => id === opened);
  useCrumbs([{ label: t("menu.shadowTools") }]);
  return (
    <>
      <PageHead
        title={t("menu.shadowTools")}
        lead={t("shadowTools.lead")}
        actions={
          <>
            <ExportButton name="shadow-tools" columns={columns} rows={list.all} />
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
      <ListView
        list={list}
        caption={t("shadowTools.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        views={{ label: t("shadowTools.views"), words: (view) => t(`shadowTools.view.${view}`) }}
        search={t("shadowTools.search")}
        empty={
          <Empty title={t("shadowTools.empty")}>
            <p className="ink2">{t("shadowTools.emptyLead")}</p>
          </Empty>
        }
      />
      {declaring ? <DeclareShadowToolDialog onClose={() => setDeclaring(false)} /> : null}
      {present === undefined ? null : <ShadowToolDialog tool={present} onClose={() => setOpened(null)} />}
    </>
  );
}
