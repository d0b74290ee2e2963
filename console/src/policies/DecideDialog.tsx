import { useTranslate } from "react-admin";
import { REASON } from "../parts/form/reason-spec";
import {
  ApprovePolicyProposal,
  type ApprovePolicyProposalData,
  type ProposalRow,
  RejectPolicyProposal,
  type RejectPolicyProposalData,
  WithdrawPolicyProposal,
  type WithdrawPolicyProposalData,
} from "../generated/operations";
import { type FieldSpec, orNull } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";

export type ProposalAct = "approve" | "reject" | "withdraw";

interface Props {
  readonly proposal: ProposalRow;
  readonly act: ProposalAct;
  readonly onClose: () => void;
}

/** The second signature, its refusal, or the author's own change of mind. */
export function DecideDialog({ proposal: { id, version, motive }, act, onClose }: Props) {
  const t = useTranslate();
  const acts = {
    approve: useAct(ApprovePolicyProposal, pickApproved),
    reject: useAct(RejectPolicyProposal, pickRejected),
    withdraw: useAct(WithdrawPolicyProposal, pickWithdrawn),
  };
  return (
    <FormDialog
      title={motive}
      confirm={t(`policies.act.${act}`)}
      danger={act === "reject"}
      words="desk"
      specs={act === "approve" ? APPROVAL : REASON}
      act={acts[act]}
      variables={({ reason, waiver }) => ({
        id,
        version,
        reason: reason.trim(),
        waiver: act === "approve" ? orNull(waiver) : null,
      })}
      done={t(`policies.done.${act}`)}
      onClose={onClose}
    >
      <p className="ink2">{t(`policies.consequence.${act}`)}</p>
    </FormDialog>
  );
}

const APPROVAL: readonly FieldSpec<"reason" | "waiver">[] = [
  ...REASON,
  { name: "waiver", kind: "text", min: 10, max: 500, optional: true, words: "policies" },
];

const pickApproved = (data: ApprovePolicyProposalData) => data.approvePolicyProposal;
const pickRejected = (data: RejectPolicyProposalData) => data.rejectPolicyProposal;
const pickWithdrawn = (data: WithdrawPolicyProposalData) => data.withdrawPolicyProposal;
