import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Tabs } from "../parts/Tabs";
import { DESK_TABS, type DeskTab, deskPath } from "../parts/tasks/desk-tabs";

interface Props {
  readonly tab: DeskTab;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The compliance desk around one of its parts. */
export function DeskFrame({ tab, actions, children }: Props) {
  const t = useTranslate();
  const navigate = useNavigate();
  useCrumbs([{ label: t("menu.compliance"), to: deskPath("waiting") }, { label: t(`desk.tab.${tab}`) }]);
  return (
    <>
      <PageHead
        title={tab === "waiting" ? t("menu.compliance") : t(`desk.tab.${tab}`)}
        lead={t(`desk.lead.${tab}`)}
        actions={actions}
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
