import { useTranslate } from "react-admin";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import type { RoundSheet } from "./round-states";

type Right = RoundSheet["roundRights"][number];

/** Rights with their dates: what the scheduler enforces from each day on. */
export function RightsSection({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const pools = new Map(sheet.pools.map((pool) => [pool.id, pool.name]));
  const columns: readonly Column<Right>[] = [
    { id: "holder", header: t("rounds.holder"), cell: (row) => row.nodeName, sortBy: (row) => row.nodeName },
    { id: "pool", header: t("pools.pool"), cell: (row) => pools.get(row.poolId) ?? row.poolId },
    {
      id: "nominal",
      header: t("pools.right"),
      numeric: true,
      cell: (row) => format.decimal(row.nominal),
      sortBy: (row) => row.nominal,
    },
    { id: "guarantee", header: t("pools.guaranteed"), numeric: true, cell: (row) => format.decimal(row.guarantee) },
    { id: "from", header: t("rounds.from"), cell: (row) => format.date(row.validFrom), sortBy: (row) => row.validFrom },
    { id: "to", header: t("rounds.to"), cell: (row) => (row.validTo === null ? NONE : format.date(row.validTo)) },
  ];
  return (
    <Section bare title={t("rounds.sheet.rights")}>
      {sheet.roundRights.length === 0 ? (
        <Empty title={t("rounds.noRight")}>
          <p className="ink2">{t("rounds.noRightLead")}</p>
        </Empty>
      ) : (
        <Table
          caption={t("rounds.rightsCaption")}
          columns={columns}
          rows={sheet.roundRights}
          rowKey={(row) => row.id}
          ruled
        />
      )}
    </Section>
  );
}
