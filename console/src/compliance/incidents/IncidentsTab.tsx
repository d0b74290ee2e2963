import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type IncidentRow, Incidents } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { column } from "../../parts/column";
import type { Column } from "../../parts/Table";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import { INCIDENT_TAG } from "../desk-state";
import { DeskFrame } from "../DeskFrame";
import { DeskList, useDeskList } from "../DeskList";
import { useOpened } from "../../parts/list/use-opened";
import { ClockWord } from "./ClockWord";
import { DeclareIncidentDialog } from "./DeclareIncidentDialog";
import { IncidentDialog } from "./IncidentDialog";

const STATES = ["REPORTED", "OPEN", "INVESTIGATING", "MITIGATED", "CLOSED"];

/** Incidents with the clock of article 73, the soonest term first. */
export function IncidentsTab() {
  const t = useTranslate();
  const [opened, open] = useOpened();
  const list = useDeskList({
    operation: Incidents,
    pick: (data) => data.incidents,
    sort: "DUE",
    states: STATES,
    every: 60_000,
  });
  const [declaring, setDeclaring] = useState(false);
  const may = useAbility("declare", "Incident");
  const now = new Date(list.query.dataUpdatedAt);
  const columns = useColumns(open, now);
  return (
    <DeskFrame
      tab="incidents"
      exported={{ columns, list }}
      actions={
        <ExplainedButton
          variant="contained"
          onClick={() => setDeclaring(true)}
          disabledReason={may ? undefined : t("incident.notYou.declare")}
        >
          <Plus className="icon" aria-hidden="true" />
          {t("incident.declare")}
        </ExplainedButton>
      }
    >
      <DeskList tab="incidents" list={list} stateWords="incidentState" columns={columns} rowKey={(row) => row.id} />
      {declaring ? <DeclareIncidentDialog useCaseId="" onClose={() => setDeclaring(false)} /> : null}
      {opened === null ? null : <IncidentDialog id={opened} onClose={() => open(null)} />}
    </DeskFrame>
  );
}

function useColumns(open: (id: string) => void, now: Date): readonly Column<IncidentRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    column("title", t("incident.field.title"), "title", (row) => row.title, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.title}
        </button>
      ),
    }),
    column("useCase", t("desk.useCase"), "use_case", (row) => row.useCase?.name ?? null, {
      cell: (row) => row.useCase?.name,
    }),
    column("kind", t("incident.field.kind"), "kind", (row) => row.kind, {
      show: (value) => t(`incidentKind.${value}`),
    }),
    column("state", t("desk.state"), "state", (row) => row.state, {
      show: (value) => <StateWord state={INCIDENT_TAG[value]}>{t(`incidentState.${value}`)}</StateWord>,
    }),
    column("clock", t("incident.clock"), "due_at", (row) => row.clock.dueAt, {
      cell: (row) => <ClockWord clock={row.clock} now={now} />,
    }),
    column("aware", t("incident.field.awareOn"), "aware_at", (row) => row.awareAt, { show: format.date }),
  ];
}
