import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import type { List } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import type { Column } from "../parts/Table";
import { Tabs } from "../parts/Tabs";
import { DESK_TABS, type DeskTab, deskPath } from "../parts/tasks/desk-tabs";

interface Props<Row> {
  readonly tab: DeskTab;
  /** The list of this part, every row of which can be exported. */
  readonly exported?: { readonly columns: readonly Column<Row>[]; readonly list: List<Row> };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The compliance desk around one of its parts. */
export function DeskFrame<Row>({ tab, exported, actions, children }: Props<Row>) {
  const t = useTranslate();
  const navigate = useNavigate();
  useCrumbs([{ label: t("menu.compliance"), to: deskPath("waiting") }, { label: t(`desk.tab.${tab}`) }]);
  return (
    <>
      <PageHead
        title={tab === "waiting" ? t("menu.compliance") : t(`desk.tab.${tab}`)}
        lead={t(`desk.lead.${tab}`)}
        actions={
          <>
            {exported === undefined ? null : (
              <ExportButton name={tab} columns={exported.columns} rows={exported.list.all} />
            )}
            {actions}
          </>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("desk.parts")}
          current={tab}
          onChange={(next) => void navigate(deskPath(next))}
          tabs={DESK_TABS.map((id) => ({ id, label: t(`desk.tab.${id}`) }))}
        />
      </div>
      {children}
    </>
  );
}
