import { Button } from "@mui/material";
import { Plus } from "lucide-react";
import { useTranslate } from "react-admin";
import { Link, useNavigate, useSearchParams } from "react-router";
import {
  OpenRoadmap,
  type OpenRoadmapData,
  RoadmapExercises,
  Roadmaps,
  type RoadmapRow,
} from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { RefusalNote } from "../parts/RefusalNote";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
import type { Column } from "../parts/Table";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility, usePerson } from "../providers/use-person";
import { ReportView } from "./report/ReportView";
import { roadmapTag } from "./roadmap-states";

/** The last day on time: the deadline is the first instant after it. */
const lastDay = (deadline: string): string => new Date(Date.parse(deadline) - 1).toISOString();

const VIEWS = ["roadmaps", "consolidation"] as const;
type View = (typeof VIEWS)[number];
/** Every roadmap one may see, and the State's consolidation. */
export function RoadmapsPage() {
  const t = useTranslate();
  const [params, setParams] = useSearchParams();
  const view: View = params.get("view") === "consolidation" ? "consolidation" : "roadmaps";
  const setView = (next: View) => setParams(next === "roadmaps" ? {} : { view: next }, { replace: true });
  const list = useList({
    operation: Roadmaps,
    variables: ({ first, after }) => ({ first, after }),
    pick: (data) => data.roadmaps,
  });
  const columns = useRoadmapColumns();
  const exercise = useOperation(RoadmapExercises, {}).data?.roadmapExercises[0];
  const format = useFormat();
  useCrumbs([{ label: t("menu.roadmaps") }]);
  return (
    <>
      <PageHead
        title={t("menu.roadmaps")}
        lead={[
          t("roadmaps.lead"),
          exercise === undefined ? "" : t("roadmaps.deadline", { date: format.date(lastDay(exercise.deadline)) }),
        ].join(" ")}
        actions={
          <>
            <ExportButton name="roadmaps" columns={columns} rows={list.all} />
            {exercise === undefined ? null : <OpenButton open={list.rows} year={exercise.year} />}
          </>
        }
      />
      <div className="tab-row">
        <Tabs
          label={t("roadmaps.views")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((id) => ({ id, label: t(`roadmaps.view.${id}`) }))}
        />
      </div>
      {view === "consolidation" ? (
        exercise === undefined ? null : (
          <ReportView year={exercise.year} />
        )
      ) : (
        <ListView
          list={list}
          caption={t("roadmaps.caption")}
          columns={columns}
          rowKey={(row) => row.id}
          empty={
            <Empty title={t("roadmaps.empty")}>
              <p className="ink2">{t("roadmaps.emptyLead")}</p>
            </Empty>
          }
        />
      )}
    </>
  );
}

function useRoadmapColumns(): readonly Column<RoadmapRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("organisation", t("pools.ministry"), "organisation", (row) => row.organisation.name, {
      cell: (row) => <Link to={`/roadmaps/${row.id}/show`}>{row.organisation.name}</Link>,
    }),
    column("year", t("roadmaps.year"), "year", (row) => row.year, { numeric: true }),
    column("state", t("roadmaps.state"), "state", (row) => row.state, {
      show: (value) => <Tag state={roadmapTag(value)}>{t(`roadmapState.${value}`)}</Tag>,
    }),
    column("submitted", t("roadmaps.submitted"), "submittedAt", (row) => row.submittedAt, {
      show: (value) => (value === null ? NONE : format.date(value)),
    }),
  ];
}

/** Begins the roadmap of one's own ministry, when it has none for the exercise. */
function OpenButton({ open, year }: { readonly open: readonly RoadmapRow[]; readonly year: number }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const may = useAbility("declare", "Roadmap");
  const act = useAct(OpenRoadmap, pick);
  const ministry = usePerson()?.memberships.find((one) => one.role === "DECLARANT")?.organisation;
  const has = open.some((row) => row.organisation.id === ministry?.id && row.year === year);
  if (!may || ministry === undefined || has) return null;
  const begin = async () => {
    const done = await act.run({ organisationId: ministry.id, year });
    if (done !== null) await navigate(`/roadmaps/${done.id}/show`);
  };
  return (
    <>
      <Button variant="contained" aria-disabled={act.running} onClick={() => void begin()}>
        <Plus className="icon" aria-hidden="true" />
        {t("roadmaps.open", { year })}
      </Button>
      <RefusalNote refusal={act.refusal} failure={act.failure} />
    </>
  );
}

const pick = (data: OpenRoadmapData) => data.openRoadmap;
