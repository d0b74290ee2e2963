import { useTranslate } from "react-admin";
import {
  RefuseDerogation,
  type RefuseDerogationData,
  RevokeDerogation,
  type RevokeDerogationData,
  WithdrawDerogation,
  type WithdrawDerogationData,
} from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { REASON } from "../../parts/form/reason-spec";
import type { DerogationSheet } from "../desk-state";

interface Props {
  readonly sheet: DerogationSheet;
  readonly act: "refuse" | "withdraw" | "revoke";
  readonly onClose: () => void;
}

/** Ends a request, or a derogation before its last day. */
export function CloseDerogationDialog({ sheet, act, onClose }: Props) {
  const t = useTranslate();
  const acts = {
    refuse: useAct(RefuseDerogation, pickRefused),
    withdraw: useAct(WithdrawDerogation, pickWithdrawn),
    revoke: useAct(RevokeDerogation, pickRevoked),
  };
  return (
    <FormDialog
      title={t(`derogation.${act}Title`, { name: sheet.useCase?.name ?? "" })}
      confirm={t(`derogation.act.${act}`)}
      danger={act !== "withdraw"}
      words="desk"
      specs={REASON}
      act={acts[act]}
      variables={({ reason }) => ({ input: { id: sheet.id, version: sheet.version, reason: reason.trim() } })}
      done={t(`derogation.${act}Done`)}
      onClose={onClose}
    >
      <p className="ink2">{t(`derogation.${act}Consequence`)}</p>
    </FormDialog>
  );
}

const pickRefused = (data: RefuseDerogationData) => data.refuseDerogation;
const pickWithdrawn = (data: WithdrawDerogationData) => data.withdrawDerogation;
const pickRevoked = (data: RevokeDerogationData) => data.revokeDerogation;
