import { useState } from "react";
import { useTranslate } from "react-admin";
import { Doctrine, type DoctrineData, WithdrawDoctrine, type WithdrawDoctrineData } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { FormDialog } from "../../parts/form/FormDialog";
import { column } from "../../parts/column";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAct } from "../../providers/use-act";
import { useAbility } from "../../providers/use-person";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { REASON } from "../../parts/form/reason-spec";
import { Facts, RecordDialog } from "../../parts/RecordDialog";
import { useOpened } from "../../parts/list/use-opened";

export type Note = DoctrineData["doctrine"]["edges"][number]["node"];
const STATES = ["PUBLISHED", "WITHDRAWN"];

/** What the compliance cell answered for everybody. */
export function DoctrineTab() {
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: Doctrine,
    pick: (data) => data.doctrine,
    sort: "NEWEST",
    states: STATES,
  });
  const note = list.rows.find((row) => row.id === opened);
  const columns = useColumns(open);
  return (
    <DeskFrame tab="doctrine" exported={{ columns, list }}>
      <DeskList tab="doctrine" list={list} stateWords="doctrineState" columns={columns} rowKey={(row) => row.id} />
      {note === undefined ? null : <NoteDialog note={note} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<Note>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("title", t("question.field.title"), "title", (row) => row.title, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.title}
        </button>
      ),
    }),
    column("topic", t("question.field.topic"), "topic", (row) => row.topic, {
      show: (value) => t(`questionTopic.${value}`),
    }),
    column("rules", t("question.field.rules"), "rules", (row) => row.rules.join(" "), {
      cell: (row) => <span className="mono">{row.rules.join(", ")}</span>,
    }),
    column("state", t("desk.state"), "state", (row) => row.state, {
      show: (value) => (
        <StateWord state={value === "PUBLISHED" ? "active" : "refused"}>{t(`doctrineState.${value}`)}</StateWord>
      ),
    }),
    column("at", t("question.publishedAt"), "published_at", (row) => row.publishedAt, { show: format.date }),
  ];
}

function NoteDialog({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const t = useTranslate();
  const [withdrawing, setWithdrawing] = useState(false);
  const act = useAct(WithdrawDoctrine, pick);
  const may = useAbility("publish", "Question");
  if (withdrawing)
    return (
      <FormDialog
        title={t("question.withdrawTitle", { title: note.title })}
        confirm={t("question.act.withdraw")}
        danger
        words="desk"
        specs={REASON}
        act={act}
        variables={({ reason }) => ({ input: { id: note.id, version: note.version, reason: reason.trim() } })}
        done={t("question.withdrawn")}
        onClose={() => setWithdrawing(false)}
      >
        <p className="ink2">{t("question.withdrawConsequence")}</p>
      </FormDialog>
    );
  return (
    <RecordDialog
      title={note.title}
      words="question"
      acts={
        note.state === "PUBLISHED"
          ? [{ id: "withdraw", danger: true, whyNot: may ? undefined : t("question.notYou.publish") }]
          : []
      }
      onAct={() => setWithdrawing(true)}
      onClose={onClose}
    >
      <Facts
        facts={[
          [t("question.field.question"), note.question],
          [t("question.field.answer"), note.answer],
          [t("question.field.rules"), note.rules.join(", ")],
          [t("question.withdrawnReason"), note.withdrawnReason ?? ""],
        ]}
      />
    </RecordDialog>
  );
}

const pick = (data: WithdrawDoctrineData) => data.withdrawDoctrine;
