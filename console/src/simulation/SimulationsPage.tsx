import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useNavigate } from "react-router";
import { Simulations, type SimulationsData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { usePerson } from "../providers/use-person";
import { simulationTag } from "../parts/rules/simulation-kinds";

type Row = SimulationsData["simulations"]["edges"][number]["node"];

/** Every simulation one may see, newest first. */
export function SimulationsPage() {
  const t = useTranslate();
  const navigate = useNavigate();
  const mayAsk = (usePerson()?.abilities ?? []).includes("simulate:PolicyBundle");
  const list = useList({
    operation: Simulations,
    variables: ({ first, after }) => ({ first, after }),
    pick: (data) => data.simulations,
    every: 5000,
  });
  const columns = useSimulationColumns();
  useCrumbs([{ label: t("menu.simulations") }]);
  const ask = mayAsk ? (
    <Button variant="contained" onClick={() => void navigate("/simulations/create")}>
      {t("simulations.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={t("menu.simulations")} lead={t("simulations.lead")} actions={ask} />
      <ListView
        list={list}
        caption={t("simulations.caption")}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t("simulations.empty")}>
            <p className="ink2">{t(mayAsk ? "simulations.emptyLead" : "simulations.emptyReader")}</p>
            {ask}
          </Empty>
        }
      />
    </>
  );
}

function useSimulationColumns(): readonly Column<Row>[] {
  const t = useTranslate();
  const format = useFormat();
  const figure = (value: number | undefined) => (value === undefined ? NONE : format.integer(value));
  return [
    {
      id: "what",
      header: t("simulations.what"),
      cell: (row) => (
        <>
          <Link to={`/simulations/${row.id}/show`}>{t(subjectOf(row), { day: dayOf(row, format.date) })}</Link>
          <span className="sub">
            {t("simulations.windowOf", { from: format.date(row.fromDay), to: format.date(row.toDay) })}
          </span>
        </>
      ),
    },
    { id: "of", header: t("simulations.of"), cell: (row) => row.organisation?.name ?? NONE },
    {
      id: "state",
      header: t("simulations.state"),
      cell: (row) => <Tag state={simulationTag(row.state)}>{t(`simulationState.${row.state}`)}</Tag>,
    },
    {
      id: "replayed",
      header: t("simulations.replayed"),
      numeric: true,
      cell: (row) => figure(row.outcome?.coverage.replayed),
    },
    { id: "changed", header: t("simulations.changed"), numeric: true, cell: (row) => figure(row.outcome?.changed) },
    {
      id: "refused",
      header: t("simulations.newRefusals"),
      numeric: true,
      cell: (row) => figure(row.outcome?.kinds.refused),
    },
    {
      id: "asked",
      header: t("simulations.asked"),
      cell: (row) => (
        <>
          {format.dateTime(row.createdAt)}
          <span className="sub">{row.requestedBy ?? NONE}</span>
        </>
      ),
    },
  ];
}

/** Key of what a simulation is about. */
export const subjectOf = ({ candidateDigest, activeDigest, legalDay }: Row | SubjectOf): string => {
  if (candidateDigest !== activeDigest) return legalDay === null ? "simulations.ofRules" : "simulations.ofRulesOnDay";
  return legalDay === null ? "simulations.ofActive" : "simulations.ofDay";
};
type SubjectOf = Pick<Row, "candidateDigest" | "activeDigest" | "legalDay">;
export const dayOf = ({ legalDay }: Pick<Row, "legalDay">, date: (day: string) => string): string =>
  legalDay === null ? "" : date(legalDay);
