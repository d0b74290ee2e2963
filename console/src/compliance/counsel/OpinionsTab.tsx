import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { CommitteeOpinions } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { column } from "../../parts/column";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { OPINION_TAG, type OpinionRow } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { OpinionDialog } from "./OpinionDialog";
import { RecordOpinionDialog } from "./RecordOpinionDialog";

const STATES = ["DRAFT", "ADOPTED", "PUBLISHED"];

/** Opinions of the scientific and ethics committee, as the compliance cell keeps them. */
export function OpinionsTab() {
  const t = useTranslate();
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: CommitteeOpinions,
    pick: (data) => data.committeeOpinions,
    sort: "NEWEST",
    states: STATES,
  });
  const [recording, setRecording] = useState(false);
  const may = useAbility("declare", "Opinion");
  const present = list.rows.find((row) => row.id === opened);
  const columns = useColumns(open);
  return (
    <DeskFrame
      tab="opinions"
      exported={{ columns, list }}
      actions={
        <ExplainedButton
          variant="contained"
          onClick={() => setRecording(true)}
          disabledReason={may ? undefined : t("opinion.notYou.record")}
        >
          <Plus className="icon" aria-hidden="true" />
          {t("opinion.record")}
        </ExplainedButton>
      }
    >
      <DeskList tab="opinions" list={list} stateWords="opinionState" columns={columns} rowKey={(row) => row.id} />
      {recording ? <RecordOpinionDialog onClose={() => setRecording(false)} /> : null}
      {present === undefined ? null : <OpinionDialog opinion={present} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<OpinionRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("title", t("opinion.field.title"), "title", (row) => `${String(row.number)} · ${row.title}`, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.number} · {row.title}
        </button>
      ),
    }),
    column("subject", t("opinion.field.subject"), "subject", (row) => row.subject),
    column("state", t("desk.state"), "state", (row) => row.state, {
      show: (value) => <StateWord state={OPINION_TAG[value]}>{t(`opinionState.${value}`)}</StateWord>,
    }),
    column("at", t("opinion.adoptedOn"), "adopted_on", (row) => row.adoptedOn, {
      show: (value) => (value === null ? "" : format.date(value)),
    }),
  ];
}
