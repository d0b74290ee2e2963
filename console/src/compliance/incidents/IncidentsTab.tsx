import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type IncidentRow, Incidents } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
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

const STATES = ["OPEN", "INVESTIGATING", "MITIGATED", "CLOSED"];

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
    {
      id: "title",
      header: t("incident.field.title"),
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.title}
        </button>
      ),
      csv: { header: "title", value: (row) => row.title },
    },
    {
      id: "useCase",
      header: t("desk.useCase"),
      cell: (row) => row.useCase?.name,
      csv: { header: "use_case", value: (row) => row.useCase?.name ?? null },
    },
    {
      id: "kind",
      header: t("incident.field.kind"),
      cell: (row) => t(`incidentKind.${row.kind}`),
      csv: { header: "kind", value: (row) => row.kind },
    },
    {
      id: "state",
      header: t("desk.state"),
      cell: (row) => <StateWord state={INCIDENT_TAG[row.state]}>{t(`incidentState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state },
    },
    {
      id: "clock",
      header: t("incident.clock"),
      cell: (row) => <ClockWord clock={row.clock} now={now} />,
      csv: { header: "due_at", value: (row) => row.clock.dueAt },
    },
    {
      id: "aware",
      header: t("incident.field.awareOn"),
      cell: (row) => format.date(row.awareAt),
      csv: { header: "aware_at", value: (row) => row.awareAt },
    },
  ];
}
