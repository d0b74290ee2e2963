import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type DerogationRow, Derogations } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { STANDING_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { DerogationDialog } from "./DerogationDialog";
import { NoticesSection } from "./NoticesSection";
import { RequestDerogationDialog } from "./RequestDerogationDialog";

const STATES = ["REQUESTED", "ENDORSED", "GRANTED", "REFUSED", "WITHDRAWN", "REVOKED"];

/** Requests and derogations, the soonest end first, and what the public is told. */
export function DerogationsTab() {
  const t = useTranslate();
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: Derogations,
    pick: (data) => data.derogations,
    sort: "DUE",
    states: STATES,
  });
  const [asking, setAsking] = useState(false);
  const may = useAbility("declare", "Derogation");
  const columns = useColumns(open);
  return (
    <DeskFrame
      tab="derogations"
      exported={{ columns, list }}
      actions={
        <ExplainedButton
          variant="contained"
          onClick={() => setAsking(true)}
          disabledReason={may ? undefined : t("derogation.notYouToAsk")}
        >
          <Plus className="icon" aria-hidden="true" />
          {t("derogation.ask")}
        </ExplainedButton>
      }
    >
      <DeskList tab="derogations" list={list} stateWords="derogationState" columns={columns} rowKey={(row) => row.id} />
      <NoticesSection />
      {asking ? <RequestDerogationDialog useCaseId="" onClose={() => setAsking(false)} /> : null}
      {opened === null ? null : <DerogationDialog id={opened} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void): readonly Column<DerogationRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "useCase",
      header: t("desk.useCase"),
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.useCase?.name ?? t("desk.unseen")}
        </button>
      ),
      csv: { header: "use_case", value: (row) => row.useCase?.name ?? null },
    },
    {
      id: "rule",
      header: t("derogation.field.rule"),
      cell: (row) => <span className="mono">{row.rule}</span>,
      csv: { header: "rule", value: (row) => row.rule },
    },
    {
      id: "body",
      header: t("registry.organisation"),
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
      csv: { header: "organisation", value: (row) => row.organisation?.name ?? null },
    },
    {
      id: "standing",
      header: t("desk.state"),
      cell: (row) => (
        <StateWord state={STANDING_TAG[row.standing]}>{t(`derogationStanding.${row.standing}`)}</StateWord>
      ),
      csv: { header: "standing", value: (row) => row.standing },
    },
    {
      id: "from",
      header: t("derogation.field.startsOn"),
      cell: (row) => format.date(row.startsOn),
      csv: { header: "starts_on", value: (row) => row.startsOn },
    },
    {
      id: "to",
      header: t("derogation.field.endsOn"),
      cell: (row) => format.date(row.endsOn),
      csv: { header: "ends_on", value: (row) => row.endsOn },
    },
  ];
}
