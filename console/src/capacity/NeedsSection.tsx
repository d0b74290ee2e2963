import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type NeedRow, Needs } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { type CampaignSheet, submissionTag } from "./campaign-states";

const SHOWN = 100;

/** Needs in reach, the first hundred; files hold them all. */
export function NeedsSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const query = useOperation(Needs, { campaignId: sheet.id, first: SHOWN, after: null });
  const rows = query.data?.capacityNeeds.edges.map(({ node }) => node) ?? [];
  const columns = useNeedColumns(sheet.quarters);
  return (
    <Section bare title={t("campaigns.view.needs")} aside={<ExportButton name="needs" columns={columns} rows={rows} />}>
      <QueryState query={query}>
        {({ capacityNeeds }) =>
          rows.length === 0 ? (
            <Empty title={t("campaigns.noNeed")}>
              <p className="ink2">{t("campaigns.noNeedLead")}</p>
            </Empty>
          ) : (
            <>
              <Table
                caption={t("campaigns.needsCaption")}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                ruled
              />
              {capacityNeeds.pageInfo.hasNextPage ? (
                <p className="ink2 small">{t("campaigns.firstRows", { count: SHOWN })}</p>
              ) : null}
            </>
          )
        }
      </QueryState>
    </Section>
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
