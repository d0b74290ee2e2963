import { useTranslate } from "react-admin";
import {
  CorrectPlanRecord,
  type CorrectPlanRecordData,
  DeclarePlanRecord,
  type DeclarePlanRecordData,
  type PlanRecordKind,
  type PlanRow,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useBodyChoices } from "../parts/bodies/use-own-bodies";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { useAct } from "../providers/use-act";
import { inWords, rowOf, said, specsOf, typedOf } from "./plan-words";

interface NewProps {
  readonly kind: PlanRecordKind;
  readonly onWritten: (id: string) => void;
  readonly onClose: () => void;
}

/** Writes a record of a kind. */
export function NewRecordForm({ kind, onWritten, onClose }: NewProps) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(DeclarePlanRecord, pickNew);
  const bodies = useBodyChoices();
  const body: FieldSpec = { name: "organisationId", kind: "choice", choices: bodies };
  return (
    <FormDialog
      title={t("plan.writeTitle", { kind: inWords(rowOf(kind).label, format) })}
      confirm={t("plan.write")}
      words="plan"
      specs={[body, ...specsOf(kind, format, t("form.optional"))]}
      act={act}
      variables={(typed) => ({
        input: { kind, organisationId: typed["organisationId"] ?? "", ...said(kind, typed) },
      })}
      done={t("plan.written")}
      onDone={({ id }) => onWritten(id)}
      onClose={onClose}
    >
      <p className="ink2">{inWords(rowOf(kind).lead, format)}</p>
    </FormDialog>
  );
}

/** Corrects one, with the reason. */
export function CorrectionForm({ record, onClose }: { readonly record: PlanRow; readonly onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const act = useAct(CorrectPlanRecord, pickCorrected);
  return (
    <FormDialog
      title={t("plan.correctTitle", { title: record.title })}
      confirm={t("plan.act.correct")}
      words="plan"
      specs={[...specsOf(record.kind, format, t("form.optional")), ...(REASON as readonly FieldSpec[])]}
      initial={typedOf(record)}
      act={act}
      variables={(typed) => ({
        input: {
          ...{ id: record.id, version: record.version, ...said(record.kind, typed) },
          reason: (typed["reason"] ?? "").trim(),
        },
      })}
      done={t("plan.corrected")}
      onClose={onClose}
    >
      <p className="ink2">{t("plan.correctAbout")}</p>
    </FormDialog>
  );
}

const pickNew = (data: DeclarePlanRecordData) => data.declarePlanRecord;
const pickCorrected = (data: CorrectPlanRecordData) => data.correctPlanRecord;
