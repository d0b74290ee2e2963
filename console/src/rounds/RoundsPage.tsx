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
import { column } from "../parts/column";
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
    column("title", t("rounds.title"), "title", (row) => row.title, {
      cell: (row) => <Link to={`/rounds/${row.id}/show`}>{row.title}</Link>,
    }),
    column("track", t("rounds.track"), "track", (row) => row.track, { show: (value) => t(`roundTrack.${value}`) }),
    column("state", t("rounds.state"), "state", (row) => row.state, {
      show: (value) => <Tag state={roundTag(value)}>{t(`roundState.${value}`)}</Tag>,
    }),
    column("quarters", t("rounds.quarters"), "quarters", (row) => row.quarters.join(" "), {
      cell: (row) => row.quarters.join(", "),
    }),
    column("effect", t("rounds.effect"), "effectFrom", (row) => row.effectFrom, { show: format.date }),
  ];
}
