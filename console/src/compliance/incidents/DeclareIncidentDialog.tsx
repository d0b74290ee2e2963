import { useState } from "react";
import { useTranslate } from "react-admin";
import { DeclareIncident, type DeclareIncidentData, type IncidentHarm } from "../../generated/operations";
import { chosenIn, type FieldSpec, orNull } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { HARMS } from "./incident-lists";
import { instantOf, localDay } from "./instant-of";

type Declared = "useCaseId" | "title" | "description" | "harms" | "awareOn" | "systemVersion";

interface Props {
  /** Chosen already; empty to choose one. */
  readonly useCaseId: string;
  readonly onClose: () => void;
}

/** A body says what went wrong; the term runs from the day on which it knew. */
export function DeclareIncidentDialog({ useCaseId, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(DeclareIncident, pick);
  const [key] = useState(() => crypto.randomUUID());
  const [today] = useState(() => localDay(new Date()));
  const specs: readonly FieldSpec<Declared>[] = [
    ...(useCaseId === "" ? [{ name: "useCaseId", kind: "use-case" } as const] : []),
    { name: "title", kind: "line", min: 3, max: 200 },
    { name: "description", kind: "text", min: 3, max: 4000 },
    { name: "harms", kind: "many", optional: true, choices: HARMS.map((one) => [one, t(`incidentHarmTerm.${one}`)]) },
    { name: "awareOn", kind: "day" },
    { name: "systemVersion", kind: "line", optional: true, max: 200 },
  ];
  return (
    <FormDialog
      title={t("incident.declare")}
      confirm={t("incident.declareConfirm")}
      words="incident"
      specs={specs}
      initial={{ useCaseId, awareOn: today }}
      act={act}
      variables={({ awareOn, harms, systemVersion, ...typed }) => ({
        input: {
          ...typed,
          harms: chosenIn(harms) as readonly IncidentHarm[],
          systemVersion: orNull(systemVersion),
          awareAt: instantOf(awareOn, new Date()),
          idempotencyKey: key,
        },
      })}
      done={t("incident.declared")}
      onClose={onClose}
    >
      <p className="ink2">{t("incident.about")}</p>
    </FormDialog>
  );
}

const pick = (data: DeclareIncidentData) => data.declareIncident;
