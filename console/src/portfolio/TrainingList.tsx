import { useState } from "react";
import { useTranslate } from "react-admin";
import { type TrainingRow, Trainings, type TrainingState } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { trainingTag } from "./portfolio-states";
import { CorrectTrainingDialog, ValidateTrainingDialog } from "./TrainingDialogs";

type Opened = { readonly act: "correct" | "validate"; readonly row: TrainingRow };

/** Declarations in reach, newest first, with the act of whoever may. @param states empty for all */
export function TrainingList({ states }: { readonly states: readonly TrainingState[] }) {
  const t = useTranslate();
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = useList({
    operation: Trainings,
    variables: (asked) => ({ ...asked, states: [...states] }),
    pick: (data) => data.trainingDeclarations,
  });
  const columns = useTrainingColumns(setOpened);
  return (
    <>
      <ListView
        list={list}
        caption={t("training.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        search={t("training.search")}
        filters={<ExportButton name="training" columns={columns} rows={list.all} />}
        empty={
          <Empty title={t("training.empty")}>
            <p className="ink2">{t("training.emptyLead")}</p>
          </Empty>
        }
      />
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
