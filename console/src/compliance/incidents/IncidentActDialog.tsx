import { useTranslate } from "react-admin";
import {
  type IncidentKind,
  type IncidentRow,
  type IncidentState,
  MoveIncident,
  type MoveIncidentData,
  NotifyIncident,
  type NotifyIncidentData,
  RecordMeasure,
  type RecordMeasureData,
  RequalifyIncident,
  type RequalifyIncidentData,
  SuspendForIncident,
  type SuspendForIncidentData,
} from "../../generated/operations";
import type { FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { REASON } from "../../parts/form/reason-spec";
import { KINDS } from "./incident-lists";
import { instantOf } from "./instant-of";

export type IncidentAct = "measure" | "notify" | "move" | "requalify" | "close" | "suspend";

interface Props {
  readonly incident: IncidentRow;
  readonly act: IncidentAct;
  readonly onClose: () => void;
}

const MEASURE: readonly FieldSpec<"measure">[] = [{ name: "measure", kind: "text", min: 3, max: 4000 }];
const NOTIFICATION: readonly FieldSpec<"authority" | "reference" | "notifiedOn" | "interim">[] = [
  { name: "authority", kind: "line", min: 3, max: 200 },
  { name: "reference", kind: "line", min: 3, max: 200 },
  { name: "notifiedOn", kind: "day" },
  { name: "interim", kind: "yes" },
];

/** One act on an incident, with what it does before it is done. */
export function IncidentActDialog({ incident, act, onClose }: Props) {
  const t = useTranslate();
  const measure = useAct(RecordMeasure, (data: RecordMeasureData) => data.recordMeasure);
  const notify = useAct(NotifyIncident, (data: NotifyIncidentData) => data.notifyIncident);
  const move = useAct(MoveIncident, (data: MoveIncidentData) => data.moveIncident);
  const requalify = useAct(RequalifyIncident, (data: RequalifyIncidentData) => data.requalifyIncident);
  const suspend = useAct(SuspendForIncident, (data: SuspendForIncidentData) => data.suspendForIncident);
  const { id, version } = incident;
  const frame = {
    title: t(`incident.${act}Title`, { title: incident.title }),
    confirm: t(`incident.act.${act}`),
    words: "incident",
    done: t(`incident.${act}Done`),
    onClose,
    children: <p className="ink2">{t(`incident.${act}Consequence`, { name: incident.useCase?.name ?? "" })}</p>,
  };
  switch (act) {
    case "measure":
      return (
        <FormDialog
          {...frame}
          specs={MEASURE}
          act={measure}
          variables={(typed) => ({ input: { id, version, measure: typed.measure.trim() } })}
        />
      );
    case "notify":
      return (
        <FormDialog
          {...frame}
          specs={NOTIFICATION}
          act={notify}
          variables={({ notifiedOn, interim, ...typed }) => ({
            input: { id, version, ...typed, at: instantOf(notifiedOn, new Date()), interim: interim === "yes" },
          })}
        />
      );
    case "requalify":
      return (
        <FormDialog
          {...frame}
          specs={[
            { name: "kind", kind: "choice", choices: KINDS.map((one) => [one, t(`incidentKindTerm.${one}`)]) },
            { name: "reason", kind: "text", min: 3, max: 2000 },
          ]}
          initial={{ kind: incident.kind }}
          act={requalify}
          variables={({ kind, reason }) => ({ input: { id, version, kind: kind as IncidentKind, reason } })}
        />
      );
    case "move":
    case "close": {
      const steps = act === "close" ? (["CLOSED"] as const) : incident.next.filter((state) => state !== "CLOSED");
      return (
        <FormDialog
          {...frame}
          specs={[
            { name: "to", kind: "choice", choices: steps.map((one) => [one, t(`incidentState.${one}`)]) },
            { name: "reason", kind: "text", min: 3, max: 2000 },
          ]}
          act={move}
          variables={({ to, reason }) => ({ input: { id, version, to: to as IncidentState, reason } })}
        />
      );
    }
    case "suspend":
      return (
        <FormDialog
          {...frame}
          danger
          specs={REASON}
          act={suspend}
          variables={({ reason }) => ({ input: { id, version, reason: reason.trim() } })}
        />
      );
  }
}
