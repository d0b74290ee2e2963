import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  AskLogSaltErasure,
  type AskLogSaltErasureData,
  EraseLogSalt,
  type EraseLogSaltData,
  type TransparencyLogName,
} from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import type { FieldSpec, FormValues } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { reasonOf } from "../parts/form/reason-spec";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";

const VERBS = ["ask", "erase"] as const;
type Verb = (typeof VERBS)[number];
const LOGS: readonly TransparencyLogName[] = ["GOVERNANCE", "INFERENCE"];

/** What the compliance cell erases when the law asks that an entry's content be forgotten: of an act, by two people. */
export function SaltErasure() {
  const t = useTranslate();
  const may = useAbility("erase", "TransparencyLog");
  const [verb, setVerb] = useState<Verb | null>(null);
  if (!may) return null;
  return (
    <>
      {VERBS.map((each) => (
        <ExplainedButton key={each} variant="outlined" onClick={() => setVerb(each)}>
          {t(`salt.${each}.verb`)}
        </ExplainedButton>
      ))}
      {verb === null ? null : <ErasureDialog verb={verb} onClose={() => setVerb(null)} />}
    </>
  );
}

function ErasureDialog({ verb, onClose }: { readonly verb: Verb; readonly onClose: () => void }) {
  const t = useTranslate();
  const asking = useAct(AskLogSaltErasure, pickAsked);
  const erasing = useAct(EraseLogSalt, pickErased);
  const specs: readonly FieldSpec<"log" | "entryId" | "reason">[] = [
    { name: "log", kind: "choice", choices: LOGS.map((log) => [log, t(`salt.log.${log}`)]) },
    { name: "entryId", kind: "line", max: 300 },
    reasonOf(10),
  ];
  const dialog = {
    title: t(`salt.${verb}.title`),
    confirm: t(`salt.${verb}.verb`),
    words: "salt",
    specs,
    variables: ({ log, entryId, reason }: FormValues<"log" | "entryId" | "reason">) => ({
      input: { log: log as TransparencyLogName, entryId: entryId.trim(), reason: reason.trim() },
    }),
    done: t(`salt.${verb}.done`),
    onClose,
    children: <p className="ink2">{t(`salt.${verb}.lead`)}</p>,
  };
  return verb === "ask" ? <FormDialog {...dialog} act={asking} /> : <FormDialog {...dialog} act={erasing} />;
}

const pickAsked = (data: AskLogSaltErasureData) => data.askLogSaltErasure;
const pickErased = (data: EraseLogSaltData) => data.eraseLogSalt;
