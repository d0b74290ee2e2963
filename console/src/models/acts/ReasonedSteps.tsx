import { useTranslate } from "react-admin";
import {
  ApproveModel,
  type ApproveModelData,
  RefuseModel,
  type RefuseModelData,
  RetireModel,
  type RetireModelData,
  ValidateModel,
  type ValidateModelData,
  VetoModel,
  type VetoModelData,
} from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { REASON } from "../../parts/form/reason-spec";
import { type Act, useAct } from "../../providers/use-act";
import type { ModelSheet } from "../model-states";

interface Props {
  readonly sheet: ModelSheet;
  readonly onClose: () => void;
}

export const ValidateDialog = (props: Props) => (
  <StepDialog {...props} name="validate" act={useAct(ValidateModel, validatedIn)} />
);
export const ApproveDialog = (props: Props) => (
  <StepDialog {...props} name="approve" act={useAct(ApproveModel, approvedIn)} />
);
export const RefuseDialog = (props: Props) => (
  <StepDialog {...props} name="refuse" danger act={useAct(RefuseModel, refusedIn)} />
);
export const VetoDialog = (props: Props) => (
  <StepDialog {...props} name="veto" danger act={useAct(VetoModel, vetoedIn)} />
);
export const RetireDialog = (props: Props) => (
  <StepDialog {...props} name="retire" danger act={useAct(RetireModel, retiredIn)} />
);

interface StepProps extends Props {
  readonly name: "validate" | "approve" | "refuse" | "veto" | "retire";
  readonly danger?: boolean;
  readonly act: Act<{ readonly id: string; readonly reason: string }, unknown>;
}

/** A step that asks for nothing but a reason, after what it does. */
function StepDialog({ sheet, name, danger, act, onClose }: StepProps) {
  const t = useTranslate();
  return (
    <FormDialog
      title={t(`models.title.${name}`, { name: sheet.name })}
      confirm={t(`models.act.${name}`)}
      danger={danger}
      words="models"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ id: sheet.id, reason: reason.trim() })}
      done={t(`models.done.${name}`, { name: sheet.name })}
      onClose={onClose}
    >
      <p>{t(`models.consequence.${name}`, { smart_count: sheet.dependants.length })}</p>
    </FormDialog>
  );
}

const validatedIn = (data: ValidateModelData) => data.validateModel;
const approvedIn = (data: ApproveModelData) => data.approveModel;
const refusedIn = (data: RefuseModelData) => data.refuseModel;
const vetoedIn = (data: VetoModelData) => data.vetoModel;
const retiredIn = (data: RetireModelData) => data.retireModel;
