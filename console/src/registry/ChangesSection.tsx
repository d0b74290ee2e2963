import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  ConfirmUseCaseChange,
  type ConfirmUseCaseChangeData,
  RefuseUseCaseChange,
  type RefuseUseCaseChangeData,
  WithdrawUseCaseChange,
  type WithdrawUseCaseChangeData,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { type ChangeVerb, SecondPersonActs } from "../parts/SecondPersonActs";
import { Section } from "../parts/Section";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { type Change, changeWords } from "./change-words";
import type { Sheet } from "./sheet";

/** Changes that wait for a second person, each before and after, with the acts of whoever looks. */
export function ChangesSection({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const waiting = sheet.changes.filter(({ state }) => state === "PROPOSED");
  if (waiting.length === 0) return null;
  return (
    <Section title={t("change.title")}>
      {waiting.map((change) => (
        <Waiting key={change.id} sheet={sheet} change={change} />
      ))}
    </Section>
  );
}

interface Props {
  readonly sheet: Sheet;
  readonly change: Change;
}

function Waiting({ sheet, change }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const [verb, setVerb] = useState<ChangeVerb | null>(null);
  const may = { validate: useAbility("validate", "UseCase"), select: useAbility("select", "UseCase") };
  const right = change.right === "VALIDATE" ? "validate" : "select";
  const whyNot = may[right] ? undefined : t(`change.${right}`);
  return (
    <div style={{ paddingTop: 8 }}>
      <ul className="list-plain">
        {change.changes.map((each) => {
          const words = changeWords(t, format, each);
          return (
            <li key={each.field}>
              <b>{words.name}</b>
              <br />
              <del className="ink3">{words.before ?? t("change.nothing")}</del>
              {" → "}
              {words.after ?? t("change.nothing")}
            </li>
          );
        })}
      </ul>
      <p className="small ink2">
        {t("change.by", { name: change.proposedBy, date: format.date(change.proposedAt) })} · {change.reason}
      </p>
      <SecondPersonActs own={change.own} whyNot={whyNot} label={(each) => t(`change.${each}`)} onAct={setVerb} />
      {verb === null ? null : <Decide sheet={sheet} change={change} verb={verb} onClose={() => setVerb(null)} />}
    </div>
  );
}

const DONE = { confirm: "confirmed", refuse: "refused", withdraw: "withdrawn" } as const;

function Decide({ sheet, change, verb, onClose }: Props & { readonly verb: ChangeVerb; readonly onClose: () => void }) {
  const t = useTranslate();
  const acts = {
    confirm: useAct(ConfirmUseCaseChange, pickConfirmed),
    refuse: useAct(RefuseUseCaseChange, pickRefused),
    withdraw: useAct(WithdrawUseCaseChange, pickWithdrawn),
  };
  return (
    <FormDialog
      title={t(`change.${verb}Title`, { name: sheet.name })}
      confirm={t(`change.${verb}`)}
      words="registry"
      specs={REASON}
      act={acts[verb]}
      variables={({ reason }) => ({ input: { id: change.id, right: change.right, reason: reason.trim() } })}
      done={t(`change.${DONE[verb]}`)}
      onClose={onClose}
    />
  );
}

const pickConfirmed = (data: ConfirmUseCaseChangeData) => data.confirmUseCaseChange;
const pickRefused = (data: RefuseUseCaseChangeData) => data.refuseUseCaseChange;
const pickWithdrawn = (data: WithdrawUseCaseChangeData) => data.withdrawUseCaseChange;
