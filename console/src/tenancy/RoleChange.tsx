import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  ConfirmMembershipChange,
  type ConfirmMembershipChangeData,
  RefuseMembershipChange,
  type RefuseMembershipChangeData,
  type RolesData,
  WithdrawMembershipChange,
  type WithdrawMembershipChangeData,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { type ChangeVerb, SecondPersonActs } from "../parts/SecondPersonActs";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";

type Change = RolesData["membershipChanges"][number];

/** A role that waits for the compliance cell: whose, under which address, why, and what whoever looks may do about it. */
export function RoleChange({ change }: { readonly change: Change }) {
  const t = useTranslate();
  const format = useFormat();
  const [verb, setVerb] = useState<ChangeVerb | null>(null);
  const ofCell = useAbility("validate", "Membership");
  const whyNot = change.own ? t("roles.own") : ofCell ? undefined : t("roles.cell");
  const words = t(`roles.${change.act.toLowerCase()}`, { holder: change.holder, role: t(`role.${change.role}`) });
  return (
    <div style={{ paddingTop: 8 }}>
      <p>
        <b>{words}</b>
        {change.address === null ? null : <span className="sub">{change.address}</span>}
      </p>
      <p className="small ink2">
        {t("roles.by", { name: change.proposedBy, date: format.date(change.proposedAt) })} · {change.reason}
      </p>
      <SecondPersonActs own={change.mine} whyNot={whyNot} label={(each) => t(`roles.${each}.verb`)} onAct={setVerb} />
      {verb === null ? null : <Decide change={change} words={words} verb={verb} onClose={() => setVerb(null)} />}
    </div>
  );
}

interface Props {
  readonly change: Change;
  readonly words: string;
  readonly verb: ChangeVerb;
  readonly onClose: () => void;
}

function Decide({ change, words, verb, onClose }: Props) {
  const t = useTranslate();
  const acts = {
    confirm: useAct(ConfirmMembershipChange, pickConfirmed),
    refuse: useAct(RefuseMembershipChange, pickRefused),
    withdraw: useAct(WithdrawMembershipChange, pickWithdrawn),
  };
  return (
    <FormDialog
      title={t(`roles.${verb}.title`, { change: words })}
      confirm={t(`roles.${verb}.verb`)}
      words="roles"
      specs={REASON}
      act={acts[verb]}
      variables={({ reason }) => ({ input: { id: change.id, reason: reason.trim() } })}
      done={t(`roles.${verb}.done`)}
      onClose={onClose}
    />
  );
}

const pickConfirmed = (data: ConfirmMembershipChangeData) => data.confirmMembershipChange;
const pickRefused = (data: RefuseMembershipChangeData) => data.refuseMembershipChange;
const pickWithdrawn = (data: WithdrawMembershipChangeData) => data.withdrawMembershipChange;
