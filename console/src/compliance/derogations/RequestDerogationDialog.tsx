import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { Pools, RequestDerogation, type RequestDerogationData, RulesInForce } from "../../generated/operations";
import { type FieldSpec, orNull } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";

type RequestField =
  "poolId" | "useCaseId" | "rule" | "motive" | "guarantees" | "startsOn" | "endsOn" | "notice" | "noticeUrl";

interface Props {
  /** Chosen already; empty to choose one. */
  readonly useCaseId: string;
  readonly onClose: () => void;
}

/** A ministry asks that a rule be lifted, no longer than the rule lets itself be. */
export function RequestDerogationDialog({ useCaseId, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RequestDerogation, pick);
  const [key] = useState(() => crypto.randomUUID());
  const rules = useDerogableRules();
  const pools = useOperation(Pools, {}).data?.pools ?? [];
  const specs: readonly FieldSpec<RequestField>[] = [
    ...(useCaseId === "" ? [{ name: "useCaseId", kind: "use-case" } as const] : []),
    { name: "rule", kind: "choice", choices: [["", t("derogation.chooseRule")], ...rules] },
    { name: "poolId", kind: "choice", optional: true, choices: pools.map(({ id, name }) => [id, name]) },
    { name: "motive", kind: "text", min: 3, max: 4000 },
    { name: "guarantees", kind: "text", min: 3, max: 4000 },
    { name: "startsOn", kind: "day" },
    { name: "endsOn", kind: "day" },
    { name: "notice", kind: "text", min: 3, max: 4000 },
    { name: "noticeUrl", kind: "url", optional: true },
  ];
  return (
    <FormDialog
      title={t("derogation.ask")}
      confirm={t("derogation.askConfirm")}
      words="derogation"
      specs={specs}
      initial={{ useCaseId }}
      act={act}
      variables={({ noticeUrl, poolId, ...typed }) => ({
        input: { ...typed, poolId: orNull(poolId), noticeUrl: orNull(noticeUrl), idempotencyKey: key },
      })}
      done={t("derogation.asked")}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("derogation.askConsequence")}</li>
        <li>{t("derogation.publicConsequence")}</li>
      </ul>
    </FormDialog>
  );
}

/** Rules that somebody may lift, with the longest time and in the reader's words. */
function useDerogableRules(): readonly (readonly [string, string])[] {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const rules = useOperation(RulesInForce, {}).data?.rulesInForce ?? [];
  return rules
    .filter(({ maxMonths }) => maxMonths !== null)
    .map((rule) => [
      rule.id,
      t("derogation.ruleChoice", { rule: locale === "fr" ? rule.fr : rule.en, months: rule.maxMonths }),
    ]);
}

const pick = (data: RequestDerogationData) => data.requestDerogation;
