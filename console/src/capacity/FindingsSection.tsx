import { useTranslate } from "react-admin";
import { CheckDeclared, type CheckDeclaredData, Findings, type FindingsData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { column } from "../parts/column";
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
  const figure = (id: "declared" | "observed"): Column<Finding> =>
    column(id, t(`findings.${id}`), id, (row) => row[id], {
      cell: (row) => format.integer(row[id]),
      numeric: true,
      sorts: true,
    });
  return [
    column("pool", t("pools.pool"), "pool", (row) => row.pool, { sorts: true }),
    column("gpuType", t("campaigns.gpuType"), "gpuType", (row) => row.gpuType, { sorts: true }),
    figure("declared"),
    figure("observed"),
    column("difference", t("findings.difference"), "difference", (row) => row.difference, {
      show: format.percent,
      numeric: true,
      sorts: true,
    }),
    column("state", t("campaigns.state"), "closedAt", (row) => row.closedAt, {
      show: (value) =>
        value === null ? (
          <StateWord state="warned">{t("findings.open")}</StateWord>
        ) : (
          <StateWord state="active">{t("findings.closed")}</StateWord>
        ),
      sorts: true,
    }),
    column("seen", t("findings.seen"), "observedAt", (row) => row.observedAt, {
      cell: (row) => `${t(`findings.source.${row.source}`)}, ${format.dateTime(row.observedAt)}`,
      sorts: true,
    }),
  ];
}

const pick = (data: CheckDeclaredData) => data.checkDeclaredCapacity;
