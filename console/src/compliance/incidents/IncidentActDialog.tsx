import { useTranslate } from "react-admin";
import {
  AddIncidentHarms,
  type AddIncidentHarmsData,
  type IncidentHarm,
  InformOfIncident,
  type InformOfIncidentData,
  type NoticeRecipient,
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
import { chosenIn, type FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { REASON } from "../../parts/form/reason-spec";
import { HARMS, RECIPIENTS } from "./incident-lists";
import { instantOf } from "./instant-of";

export type IncidentAct = "measure" | "notify" | "inform" | "move" | "harms" | "requalify" | "close" | "suspend";

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

const NOTICE: readonly FieldSpec<"name" | "reference" | "informedOn" | "risk">[] = [
  { name: "name", kind: "line", min: 3, max: 200 },
  { name: "reference", kind: "line", min: 3, max: 200 },
  { name: "informedOn", kind: "day" },
  { name: "risk", kind: "yes" },
];

/** One act on an incident, with what it does before it is done. */
export function IncidentActDialog({ incident, act, onClose }: Props) {
  const t = useTranslate();
  const measure = useAct(RecordMeasure, (data: RecordMeasureData) => data.recordMeasure);
  const notify = useAct(NotifyIncident, (data: NotifyIncidentData) => data.notifyIncident);
  const inform = useAct(InformOfIncident, (data: InformOfIncidentData) => data.informOfIncident);
  const move = useAct(MoveIncident, (data: MoveIncidentData) => data.moveIncident);
  const addHarms = useAct(AddIncidentHarms, (data: AddIncidentHarmsData) => data.addIncidentHarms);
  const requalify = useAct(RequalifyIncident, (data: RequalifyIncidentData) => data.requalifyIncident);
  const suspend = useAct(SuspendForIncident, (data: SuspendForIncidentData) => data.suspendForIncident);
  const { id, version } = incident;
  const harmsAmong = (harms: readonly IncidentHarm[]): FieldSpec<"harms"> => ({
    name: "harms",
    kind: "many",
    choices: harms.map((one) => [one, t(`incidentHarmTerm.${one}`)]),
  });
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
    case "inform":
      return (
        <FormDialog
          {...frame}
          specs={[
            { name: "to", kind: "choice", choices: RECIPIENTS.map((one) => [one, t(`noticeRecipient.${one}`)]) },
            ...NOTICE,
          ]}
          initial={{ to: "PROVIDER" }}
          act={inform}
          variables={({ to, informedOn, risk, ...typed }) => ({
            input: {
              ...{ id, version, ...typed, to: to as NoticeRecipient },
              ...{ at: instantOf(informedOn, new Date()), risk: risk === "yes" },
            },
          })}
        />
      );
    case "harms":
      return (
        <FormDialog
          {...frame}
          specs={[harmsAmong(HARMS.filter((harm) => !incident.harms.includes(harm))), ...REASON]}
          act={addHarms}
          variables={(typed) => ({ input: { id, version, ...harmsIn(typed) } })}
        />
      );
    case "requalify":
      return (
        <FormDialog
          {...frame}
          specs={[{ ...harmsAmong(HARMS), optional: true }, ...REASON]}
          initial={{ harms: incident.harms.join(",") }}
          act={requalify}
          variables={(typed) => ({ input: { id, version, ...harmsIn(typed) } })}
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

const harmsIn = ({ harms, reason }: { readonly harms: string; readonly reason: string }) => ({
  harms: chosenIn(harms) as readonly IncidentHarm[],
  reason: reason.trim(),
});
