import { useState } from "react";
import { useTranslate } from "react-admin";
import { type TrainingRow, Trainings, type TrainingState } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { CursorTable } from "../parts/CursorTable";
import { ExportButton } from "../parts/ExportButton";
import { Empty, QueryState } from "../parts/states";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useCursorList } from "../parts/use-cursor-list";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { trainingTag } from "./portfolio-states";
import { CorrectTrainingDialog, ValidateTrainingDialog } from "./TrainingDialogs";

const PAGE = 25;
type Opened = { readonly act: "correct" | "validate"; readonly row: TrainingRow };

/** Declarations in reach, newest first, with the act of whoever may. @param states empty for all */
export function TrainingList({ states }: { readonly states: readonly TrainingState[] }) {
  const t = useTranslate();
  const [list, change] = useCursorList();
  const [opened, setOpened] = useState<Opened | null>(null);
  const query = useOperation(Trainings, {
    states: [...states],
    search: list.search,
    first: PAGE,
    after: list.cursors.at(-1) ?? null,
  });
  const rows = query.data?.trainingDeclarations.edges.map(({ node }) => node) ?? [];
  const columns = useTrainingColumns(setOpened);
  return (
    <>
      <div className="filters">
        <label>
          {t("training.search")}
          <input
            className="input"
            type="search"
            value={list.search}
            onChange={(event) => change({ search: event.target.value })}
          />
        </label>
        <ExportButton name="training" columns={columns} rows={rows} />
      </div>
      <QueryState query={query}>
        {({ trainingDeclarations }) => (
          <CursorTable
            caption={t("training.caption")}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            pageInfo={trainingDeclarations.pageInfo}
            list={{ ...list, view: "" }}
            onChange={({ view: _view, ...part }) => change(part)}
            viewWords=""
            empty={
              <Empty title={t("training.empty")}>
                <p className="ink2">{t("training.emptyLead")}</p>
              </Empty>
            }
          />
        )}
      </QueryState>
      {opened?.act === "correct" ? <CorrectTrainingDialog row={opened.row} onClose={() => setOpened(null)} /> : null}
      {opened?.act === "validate" ? <ValidateTrainingDialog row={opened.row} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function useTrainingColumns(onOpen: (opened: Opened) => void): readonly Column<TrainingRow>[] {
  const t = useTranslate();
  const format = useFormat();
  const may = { correct: useAbility("update", "Training"), validate: useAbility("validate", "Training") };
  return [
    {
      id: "programme",
      header: t("training.field.programme"),
      sortBy: (row) => row.programme,
      cell: (row) => (
        <>
          {row.programme}
          <span className="sub">{row.audience}</span>
        </>
      ),
      csv: { header: "programme", value: (row) => row.programme },
    },
    {
      id: "organisation",
      header: t("registry.organisation"),
      sortBy: (row) => row.organisation.name,
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
      csv: { header: "organisation", value: (row) => row.organisation.slug },
    },
    {
      id: "year",
      header: t("training.field.year"),
      numeric: true,
      sortBy: (row) => row.year,
      cell: (row) => row.year,
      csv: { header: "year", value: (row) => row.year },
    },
    {
      id: "trained",
      header: t("training.trained"),
      numeric: true,
      sortBy: (row) => row.trained,
      cell: (row) => format.integer(row.trained),
      csv: { header: "trained", value: (row) => row.trained },
    },
    {
      id: "target",
      header: t("training.target"),
      numeric: true,
      sortBy: (row) => row.target,
      cell: (row) => format.orNone(row.target, format.integer),
      csv: { header: "target", value: (row) => row.target },
    },
    {
      id: "state",
      header: t("registry.state"),
      sortBy: (row) => row.state,
      cell: (row) => <StateWord state={trainingTag(row.state)}>{t(`trainingState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state.toLowerCase() },
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("table.acts")}</span>,
      numeric: true,
      cell: (row) => (
        <>
          {may.validate && row.state === "DECLARED" ? (
            <ActLink words={t("training.validate.verb")} row={row} onOpen={() => onOpen({ act: "validate", row })} />
          ) : null}
          {may.correct ? (
            <ActLink words={t("training.correct.verb")} row={row} onOpen={() => onOpen({ act: "correct", row })} />
          ) : null}
        </>
      ),
    },
  ];
}

interface ActLinkProps {
  readonly words: string;
  readonly row: TrainingRow;
  readonly onOpen: () => void;
}

function ActLink({ words, row, onOpen }: ActLinkProps) {
  return (
    <button type="button" className="link" onClick={onOpen}>
      {words}
      <span className="sr-only">
        {" "}
        ({row.programme}, {row.year})
      </span>
    </button>
  );
}
