import { useTranslate } from "react-admin";
import {
  EndorseDerogation,
  type EndorseDerogationData,
  GrantDerogation,
  type GrantDerogationData,
} from "../../generated/operations";
import type { FieldSpec, FormValues } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import type { DerogationSheet } from "../desk-state";

interface Props {
  readonly sheet: DerogationSheet;
  readonly act: "endorse" | "grant";
  readonly onClose: () => void;
}

/** Authorities of the rule that have not decided yet. */
export const undecided = ({ authorities, decisions }: Pick<DerogationSheet, "authorities" | "decisions">) =>
  authorities.filter((authority) => !decisions.some((one) => one.authority === authority));

const DECISION: readonly FieldSpec<"reference" | "on">[] = [
  { name: "reference", kind: "line", min: 3, max: 400 },
  { name: "on", kind: "day" },
];
type Decided = FormValues<"reference" | "on">;

/** Records what authorities decided: the ministry's own, or those that remain. */
export function DecideDerogationDialog({ sheet, act, onClose }: Props) {
  const t = useTranslate();
  const endorse = useAct(EndorseDerogation, pickEndorsed);
  const grant = useAct(GrantDerogation, pickGranted);
  const waiting = undecided(sheet);
  const { id, version } = sheet;
  const frame = {
    title: t(`derogation.${act}Title`, { name: sheet.useCase?.name ?? "" }),
    confirm: t(`derogation.act.${act}`),
    words: "derogation",
    specs: act === "grant" && waiting.length === 0 ? [] : DECISION,
    done: t(`derogation.${act}Done`),
    onClose,
    children: (
      <ul className="consequences">
        <li>{t(`derogation.${act}Consequence`)}</li>
        <li>
          {t("derogation.stillToDecide", {
            authorities: waiting.map((one) => t(`authority.${one}`, { _: one })).join(", "),
          })}
        </li>
      </ul>
    ),
  };
  if (act === "endorse")
    return (
      <FormDialog
        {...frame}
        act={endorse}
        variables={(typed) => ({ input: { id, version, decision: { authority: waiting[0] ?? "", ...typed } } })}
      />
    );
  const decisions = (typed: Decided) => waiting.map((authority) => ({ authority, ...typed }));
  return (
    <FormDialog
      {...frame}
      act={grant}
      variables={(typed) => ({ input: { id, version, decisions: decisions(typed) } })}
    />
  );
}

const pickEndorsed = (data: EndorseDerogationData) => data.endorseDerogation;
const pickGranted = (data: GrantDerogationData) => data.grantDerogation;
