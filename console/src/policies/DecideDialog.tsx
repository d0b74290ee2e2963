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
      specs={REASON}
      act={acts[act]}
      variables={({ reason }) => ({ id, version, reason: reason.trim() })}
      done={t(`policies.done.${act}`)}
      onClose={onClose}
    >
      <p className="ink2">{t(`policies.consequence.${act}`)}</p>
    </FormDialog>
  );
}

const pickApproved = (data: ApprovePolicyProposalData) => data.approvePolicyProposal;
const pickRejected = (data: RejectPolicyProposalData) => data.rejectPolicyProposal;
const pickWithdrawn = (data: WithdrawPolicyProposalData) => data.withdrawPolicyProposal;
