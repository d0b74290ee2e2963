import { useTranslate } from "react-admin";
import { CheckDeclared, type CheckDeclaredData, Findings, type FindingsData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import type { CampaignSheet } from "./campaign-states";

type Finding = FindingsData["capacityFindings"][number];

/** Pools where what is declared is not what is seen, by more than 5 %. */
export function FindingsSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const may = useAbility("manage", "Campaign");
  const query = useOperation(Findings, { campaignId: sheet.id });
  const act = useAct(CheckDeclared, pick);
  const columns = useFindingColumns();
  const rows = query.data?.capacityFindings ?? [];
  return (
    <Section
      bare
      title={t("findings.title")}
      aside={
        <>
          <ExportButton name="findings" columns={columns} rows={rows} />
          <ExplainedButton
            size="small"
            variant="outlined"
            disabledReason={may ? undefined : t("findings.onlyAriane")}
            onClick={() => (act.running ? undefined : void act.run({ campaignId: sheet.id }))}
          >
            {act.running ? t("action.sending") : t("findings.check")}
          </ExplainedButton>
        </>
      }
    >
      <RefusalNote refusal={act.refusal} failure={act.failure} />
      <QueryState query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t("findings.none")}>
              <p className="ink2">{t("findings.noneLead")}</p>
            </Empty>
          ) : (
            <Table caption={t("findings.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} ruled />
          )
        }
      </QueryState>
    </Section>
  );
}

function useFindingColumns(): readonly Column<Finding>[] {
  const t = useTranslate();
  const format = useFormat();
  const figure = (id: "declared" | "observed"): Column<Finding> => ({
    id,
    header: t(`findings.${id}`),
    numeric: true,
    cell: (row) => format.integer(row[id]),
    sortBy: (row) => row[id],
    csv: { header: id, value: (row) => row[id] },
  });
  return [
    {
      id: "pool",
      header: t("pools.pool"),
      cell: (row) => row.pool,
      sortBy: (row) => row.pool,
      csv: { header: "pool", value: (row) => row.pool },
    },
    {
      id: "gpuType",
      header: t("campaigns.gpuType"),
      cell: (row) => row.gpuType,
      sortBy: (row) => row.gpuType,
      csv: { header: "gpuType", value: (row) => row.gpuType },
    },
    figure("declared"),
    figure("observed"),
    {
      id: "difference",
      header: t("findings.difference"),
      numeric: true,
      cell: (row) => format.percent(row.difference),
      sortBy: (row) => row.difference,
      csv: { header: "difference", value: (row) => row.difference },
    },
    {
      id: "state",
      header: t("campaigns.state"),
      cell: (row) =>
        row.closedAt === null ? (
          <StateWord state="warned">{t("findings.open")}</StateWord>
        ) : (
          <StateWord state="active">{t("findings.closed")}</StateWord>
        ),
      sortBy: (row) => row.closedAt,
      csv: { header: "closedAt", value: (row) => row.closedAt },
    },
    {
      id: "seen",
      header: t("findings.seen"),
      cell: (row) => `${t(`findings.source.${row.source}`)}, ${format.dateTime(row.observedAt)}`,
      sortBy: (row) => row.observedAt,
      csv: { header: "observedAt", value: (row) => row.observedAt },
    },
  ];
}

const pick = (data: CheckDeclaredData) => data.checkDeclaredCapacity;
