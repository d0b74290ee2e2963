import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type CapacityNeedSortField, type NeedRow, Needs } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useAbility, usePerson } from "../providers/use-person";
import { type CampaignSheet, submissionTag } from "./campaign-states";
import { NeedDialog } from "./NeedDialog";

const SORTS: readonly CapacityNeedSortField[] = ["TITLE", "CRITICALITY"];

/** Needs in reach, by the words sought, the newest or in the order asked. */
export function NeedsSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const list = useList({
    operation: Needs,
    variables: ({ search, sort, first, after }) => ({ campaignId: sheet.id, search, sort, first, after }),
    pick: (data) => data.capacityNeeds,
    sorts: SORTS,
    name: "needs",
  });
  const columns = useNeedColumns(sheet.quarters);
  return (
    <Section
      bare
      title={t("campaigns.view.needs")}
      aside={
        <>
          <ExportButton name="needs" columns={columns} rows={list.all} />
          <AddNeed sheet={sheet} />
        </>
      }
    >
      <ListView
        list={list}
        caption={t("campaigns.needsCaption")}
        columns={columns}
        rowKey={(row) => row.id}
        search={t("campaigns.searchNeeds")}
        empty={
          <Empty title={t("campaigns.noNeed")}>
            <p className="ink2">{t("campaigns.noNeedLead")}</p>
          </Empty>
        }
      />
    </Section>
  );
}

/** Writes a need of one's own ministry, while the campaign takes answers. */
function AddNeed({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const [adding, setAdding] = useState(false);
  const may = useAbility("declare", "CapacityNeed");
  const ministry = usePerson()?.memberships.find((one) => one.role === "DECLARANT")?.organisation;
  if (!may || ministry === undefined || sheet.state !== "OPEN") return null;
  return (
    <>
      <Button size="small" variant="contained" onClick={() => setAdding(true)}>
        <Plus className="icon" aria-hidden="true" />
        {t("campaigns.addNeed")}
      </Button>
      {adding ? (
        <NeedDialog
          campaignId={sheet.id}
          organisationId={ministry.id}
          present={null}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}

function useNeedColumns(quarters: readonly string[]): readonly Column<NeedRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("TITLE", t("campaigns.need"), "title", (row) => row.title, {
      cell: (row) => <Link to={`/needs/${row.id}/show`}>{row.title}</Link>,
    }),
    column("organisation", t("campaigns.organisation"), "organisation", (row) => row.organisation?.name ?? "", {
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name ?? t("campaigns.hidden"),
    }),
    column("state", t("campaigns.state"), "state", (row) => row.state, {
      show: (value) => <Tag state={submissionTag(value)}>{t(`submissionState.${value}`)}</Tag>,
    }),
    column("model", t("campaigns.model"), "model", (row) => row.model),
    column("CRITICALITY", t("campaigns.criticality"), "criticality", (row) => row.criticality, { numeric: true }),
    ...quarters.map((quarter): Column<NeedRow> => {
      const of = (row: NeedRow): number | null => row.quantities.find((one) => one.quarter === quarter)?.likely ?? null;
      return column(quarter, quarter, quarter, of, {
        cell: (row) => format.orNone(of(row), format.integer),
        numeric: true,
      });
    }),
  ];
}
