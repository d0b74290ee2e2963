import { useState } from "react";
import { useTranslate } from "react-admin";
import { type TrainingRow, Trainings, type TrainingState } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useList } from "../parts/list/use-list";
import { Empty } from "../parts/states";
import { column } from "../parts/column";
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
    column("programme", t("training.field.programme"), "programme", (row) => row.programme, {
      cell: (row) => (
        <>
          {row.programme}
          <span className="sub">{row.audience}</span>
        </>
      ),
    }),
    column("organisation", t("registry.organisation"), "organisation", (row) => row.organisation.slug, {
      cell: (row) => row.organisation.acronym ?? row.organisation.name,
    }),
    column("year", t("training.field.year"), "year", (row) => row.year, { numeric: true }),
    column("trained", t("training.trained"), "trained", (row) => row.trained, { show: format.integer, numeric: true }),
    column("target", t("training.target"), "target", (row) => row.target, {
      show: (value) => format.orNone(value, format.integer),
      numeric: true,
    }),
    column("state", t("registry.state"), "state", (row) => row.state.toLowerCase(), {
      cell: (row) => <StateWord state={trainingTag(row.state)}>{t(`trainingState.${row.state}`)}</StateWord>,
    }),
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
