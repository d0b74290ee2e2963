import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { AllocationRounds, type RoundRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { OpenRoundButton } from "./acts/OpenRoundDialog";
import { roundTag } from "./round-states";

/** Every allocation round one may see, newest first. */
export function RoundsPage() {
  const t = useTranslate();
  const list = useList({
    operation: AllocationRounds,
    variables: ({ first, after }) => ({ first, after }),
    pick: (data) => data.allocationRounds,
  });
  const columns = useRoundColumns();
  useCrumbs([{ label: t("menu.rounds") }]);
  return (
    <>
      <PageHead
        title={t("menu.rounds")}
        lead={t("rounds.lead")}
        actions={
          <>
            <ExportButton name="rounds" columns={columns} rows={list.all} />
            <OpenRoundButton />
          </>
        }
      />
      <ListView
        list={list}
        caption={t("rounds.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <Empty title={t("rounds.empty")}>
            <p className="ink2">{t("rounds.emptyLead")}</p>
          </Empty>
        }
      />
    </>
  );
}

function useRoundColumns(): readonly Column<RoundRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "title",
      header: t("rounds.title"),
      cell: (row) => <Link to={`/rounds/${row.id}/show`}>{row.title}</Link>,
      sortBy: (row) => row.title,
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "track",
      header: t("rounds.track"),
      cell: (row) => t(`roundTrack.${row.track}`),
      sortBy: (row) => row.track,
      csv: { header: "track", value: (row) => row.track },
    },
    {
      id: "state",
      header: t("rounds.state"),
      cell: (row) => <Tag state={roundTag(row.state)}>{t(`roundState.${row.state}`)}</Tag>,
      sortBy: (row) => row.state,
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "quarters",
      header: t("rounds.quarters"),
      cell: (row) => row.quarters.join(", "),
      csv: { header: "quarters", value: (row) => row.quarters.join(" ") },
    },
    {
      id: "effect",
      header: t("rounds.effect"),
      cell: (row) => format.date(row.effectFrom),
      sortBy: (row) => row.effectFrom,
      csv: { header: "effectFrom", value: (row) => row.effectFrom },
    },
  ];
}
