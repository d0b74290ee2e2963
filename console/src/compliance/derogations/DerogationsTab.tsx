import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type DerogationRow, Derogations } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { column } from "../../parts/column";
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
    column("useCase", t("desk.useCase"), "use_case", (row) => row.useCase?.name ?? null, {
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row.id)}>
          {row.useCase?.name ?? t("desk.unseen")}
        </button>
      ),
    }),
    column("rule", t("derogation.field.rule"), "rule", (row) => row.rule, {
      show: (value) => <span className="mono">{value}</span>,
    }),
    column("body", t("registry.organisation"), "organisation", (row) => row.organisation?.name ?? null, {
      cell: (row) => row.organisation?.acronym ?? row.organisation?.name,
    }),
    column("standing", t("desk.state"), "standing", (row) => row.standing, {
      show: (value) => <StateWord state={STANDING_TAG[value]}>{t(`derogationStanding.${value}`)}</StateWord>,
    }),
    column("from", t("derogation.field.startsOn"), "starts_on", (row) => row.startsOn, { show: format.date }),
    column("to", t("derogation.field.endsOn"), "ends_on", (row) => row.endsOn, { show: format.date }),
  ];
}
