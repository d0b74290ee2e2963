import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  ApproveKeyRequest,
  type ApproveKeyRequestData,
  DenyKeyRequest,
  type DenyKeyRequestData,
  IssueKey,
  type IssueKeyData,
  type KeyRequestRow,
  type KeyRow,
  RefuseKeyRequest,
  type RefuseKeyRequestData,
  RotateKey,
  type RotateKeyData,
  ValidateKeyRequest,
  type ValidateKeyRequestData,
  WithdrawKeyRequest,
  type WithdrawKeyRequestData,
} from "../generated/operations";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { type Act, useAct } from "../providers/use-act";
import { IssuedKeyDialog } from "./IssuedKeyDialog";

interface Props {
  readonly request: KeyRequestRow;
  readonly onClose: () => void;
}

export const ValidateDialog = (props: Props) => (
  <StepDialog {...props} name="validate" act={useAct(ValidateKeyRequest, validatedIn)} />
);
export const ApproveDialog = (props: Props) => (
  <StepDialog {...props} name="approve" act={useAct(ApproveKeyRequest, approvedIn)} />
);
export const RefuseDialog = (props: Props) => (
  <CloseDialog {...props} name="refuse" act={useAct(RefuseKeyRequest, refusedIn)} />
);
export const DenyDialog = (props: Props) => (
  <CloseDialog {...props} name="deny" act={useAct(DenyKeyRequest, deniedIn)} />
);
export const WithdrawDialog = (props: Props) => (
  <CloseDialog {...props} name="withdraw" act={useAct(WithdrawKeyRequest, withdrawnIn)} />
);

interface StepProps extends Props {
  readonly name: "validate" | "approve";
  readonly act: Act<{ readonly id: string; readonly version: number }, unknown>;
}

/** Stands for a key, on the version that is looked at. */
function StepDialog({ request, name, act, onClose }: StepProps) {
  const t = useTranslate();
  return (
    <FormDialog
      title={t(`registry.keyRequest.title.${name}`)}
      confirm={t(`registry.keyRequest.act.${name}`)}
      words="registry"
      specs={[]}
      act={act}
      variables={() => ({ id: request.id, version: request.version })}
      done={t(`registry.keyRequest.done.${name}`)}
      onClose={onClose}
    >
      <p>{t(`registry.keyRequest.consequence.${name}`)}</p>
      <p className="ink2">{request.reason}</p>
    </FormDialog>
  );
}

interface CloseProps extends Props {
  readonly name: "refuse" | "deny" | "withdraw";
  readonly act: Act<
    { readonly input: { readonly id: string; readonly version: number; readonly reason: string } },
    unknown
  >;
}

/** Ends a request without a key. */
function CloseDialog({ request, name, act, onClose }: CloseProps) {
  const t = useTranslate();
  return (
    <FormDialog
      title={t(`registry.keyRequest.title.${name}`)}
      confirm={t(`registry.keyRequest.act.${name}`)}
      danger
      words="registry"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ input: { id: request.id, version: request.version, reason: reason.trim() } })}
      done={t(`registry.keyRequest.done.${name}`)}
      onClose={onClose}
    />
  );
}

type Issued = Extract<IssueKeyData["issueKey"], { __typename: "IssuedKey" }>;

/** Collects the key that one asked for, and shows it. */
export function CollectDialog({ request, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(IssueKey, (data: IssueKeyData) => data.issueKey);
  const [issued, setIssued] = useState<Issued | null>(null);
  if (issued !== null) return <IssuedKeyDialog issued={issued} onClose={onClose} />;
  return (
    <FormDialog
      title={t("registry.keyRequest.title.collect")}
      confirm={t("registry.keyRequest.act.collect")}
      words="registry"
      specs={[]}
      act={act}
      variables={() => ({ id: request.id, version: request.version })}
      shows={setIssued}
      onClose={onClose}
    >
      <p>{t("registry.keyRequest.consequence.collect", { smart_count: request.validDays })}</p>
    </FormDialog>
  );
}

/** Puts another key in the place of one that works, and shows it. */
export function RotateDialog({ keyRow, onClose }: { readonly keyRow: KeyRow; readonly onClose: () => void }) {
  const t = useTranslate();
  const act = useAct(RotateKey, (data: RotateKeyData) => data.rotateKey);
  const [issued, setIssued] = useState<Issued | null>(null);
  if (issued !== null) return <IssuedKeyDialog issued={issued} onClose={onClose} />;
  return (
    <FormDialog
      title={t("registry.keys.rotateTitle", { key: keyRow.prefix })}
      confirm={t("registry.keys.rotate")}
      words="registry"
      specs={[]}
      act={act}
      variables={() => ({ keyId: keyRow.id })}
      shows={setIssued}
      onClose={onClose}
    >
      <p>{t("registry.keys.rotates")}</p>
    </FormDialog>
  );
}

const validatedIn = (data: ValidateKeyRequestData) => data.validateKeyRequest;
const approvedIn = (data: ApproveKeyRequestData) => data.approveKeyRequest;
const refusedIn = (data: RefuseKeyRequestData) => data.refuseKeyRequest;
const deniedIn = (data: DenyKeyRequestData) => data.denyKeyRequest;
const withdrawnIn = (data: WithdrawKeyRequestData) => data.withdrawKeyRequest;
