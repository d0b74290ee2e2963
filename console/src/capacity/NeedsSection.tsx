import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type NeedRow, Needs } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { CursorPager } from "../parts/Pager";
import { Empty, NoResult, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useCursors } from "../parts/use-cursors";
import { useOperation } from "../providers/use-operation";
import { useAbility, usePerson } from "../providers/use-person";
import { type CampaignSheet, submissionTag } from "./campaign-states";
import { NeedDialog } from "./NeedDialog";

const SHOWN = 25;

/** Needs in reach, a page at a time, by the words sought; files hold them all. */
export function NeedsSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const [search, setSearch] = useState("");
  const cursors = useCursors();
  const asked = { campaignId: sheet.id, search: search.trim() === "" ? null : search.trim() };
  const query = useOperation(Needs, { ...asked, first: SHOWN, after: cursors.after });
  const rows = query.data?.capacityNeeds.edges.map(({ node }) => node) ?? [];
  const columns = useNeedColumns(sheet.quarters);
  return (
    <Section
      bare
      title={t("campaigns.view.needs")}
      aside={
        <>
          <ExportButton name="needs" columns={columns} rows={rows} />
          <AddNeed sheet={sheet} />
        </>
      }
    >
      <div className="filters">
        <label>
          {t("campaigns.searchNeeds")}
          <input
            className="input"
            type="search"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              cursors.restart();
            }}
          />
        </label>
      </div>
      <QueryState query={query}>
        {({ capacityNeeds }) =>
          rows.length === 0 ? (
            search === "" ? (
              <Empty title={t("campaigns.noNeed")}>
                <p className="ink2">{t("campaigns.noNeedLead")}</p>
              </Empty>
            ) : (
              <NoResult filter={search} onClear={() => setSearch("")} />
            )
          ) : (
            <div>
              <Table
                caption={t("campaigns.needsCaption")}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                ruled
              />
              <CursorPager {...cursors.steps(capacityNeeds.pageInfo)} />
            </div>
          )
        }
      </QueryState>
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
    {
      id: "title",
      header: t("campaigns.need"),
      cell: (row) => <Link to={`/needs/${row.id}/show`}>{row.title}</Link>,
      sortBy: (row) => row.title,
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "organisation",
      header: t("campaigns.organisation"),
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name ?? t("campaigns.hidden"),
      sortBy: (row) => row.organisation?.name ?? "",
      csv: { header: "organisation", value: (row) => row.organisation?.name ?? "" },
    },
    {
      id: "state",
      header: t("campaigns.state"),
      cell: (row) => <Tag state={submissionTag(row.state)}>{t(`submissionState.${row.state}`)}</Tag>,
      sortBy: (row) => row.state,
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "model",
      header: t("campaigns.model"),
      cell: (row) => row.model,
      sortBy: (row) => row.model,
      csv: { header: "model", value: (row) => row.model },
    },
    {
      id: "criticality",
      header: t("campaigns.criticality"),
      numeric: true,
      cell: (row) => row.criticality,
      sortBy: (row) => row.criticality,
      csv: { header: "criticality", value: (row) => row.criticality },
    },
    ...quarters.map((quarter): Column<NeedRow> => {
      const of = (row: NeedRow): number | null => row.quantities.find((one) => one.quarter === quarter)?.likely ?? null;
      return {
        id: quarter,
        header: quarter,
        numeric: true,
        cell: (row) => format.orNone(of(row), format.integer),
        sortBy: of,
        csv: { header: quarter, value: of },
      };
    }),
  ];
}
