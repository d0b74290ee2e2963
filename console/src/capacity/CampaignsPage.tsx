import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type CampaignRow, Campaigns } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { campaignTag } from "./campaign-states";
import { CreateCampaignDialog } from "./CreateCampaignDialog";

/** Every campaign one may see, the latest end first. */
export function CampaignsPage() {
  const t = useTranslate();
  const [creating, setCreating] = useState(false);
  const may = useAbility("manage", "Campaign");
  const list = useList({
    operation: Campaigns,
    variables: ({ first, after }) => ({ first, after, filter: { kind: "CAPACITY" as const } }),
    pick: (data) => data.campaigns,
  });
  const columns = useCampaignColumns();
  useCrumbs([{ label: t("menu.campaigns") }]);
  return (
    <>
      <PageHead
        title={t("menu.campaigns")}
        lead={t("campaigns.lead")}
        actions={
          <>
            <ExportButton name="campaigns" columns={columns} rows={list.all} />
            {may ? (
              <Button variant="contained" onClick={() => setCreating(true)}>
                <Plus className="icon" aria-hidden="true" />
                {t("campaigns.create")}
              </Button>
            ) : null}
          </>
        }
      />
      <ListView
        list={list}
        caption={t("campaigns.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <Empty title={t("campaigns.empty")}>
            <p className="ink2">{t("campaigns.emptyLead")}</p>
          </Empty>
        }
      />
      {creating ? <CreateCampaignDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function useCampaignColumns(): readonly Column<CampaignRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("name", t("campaigns.name"), "name", (row) => row.name, {
      cell: (row) => <Link to={`/campaigns/${row.id}/show`}>{row.name}</Link>,
    }),
    column("state", t("campaigns.state"), "state", (row) => row.state, {
      show: (value) => <Tag state={campaignTag(value)}>{t(`campaignState.${value}`)}</Tag>,
    }),
    column("opens", t("campaigns.opensAt"), "opensAt", (row) => row.opensAt, { show: format.date }),
    column("closes", t("campaigns.closesAt"), "closesAt", (row) => row.closesAt, { show: format.date }),
    column("left", t("campaigns.daysLeft"), "daysLeft", (row) => row.daysLeft, { show: format.integer, numeric: true }),
    column("quarters", t("campaigns.quarters"), "quarters", (row) => row.quarters.join(" "), {
      cell: (row) => quarterSpan(row.quarters),
    }),
  ];
}

const quarterSpan = (quarters: readonly string[]): string =>
  [...new Set([quarters[0] ?? "", quarters.at(-1) ?? ""])].join(" – ");
