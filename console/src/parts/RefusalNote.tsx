import { CircleCheck, CircleDashed, OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { type RefusalAnswer, codeKey } from "../providers/refusal";
import { namedIssue } from "./issue-words";

interface Condition {
  readonly code: string;
  readonly met: boolean;
  readonly message: string;
}

interface ConditionsProps<Shown extends Condition> {
  readonly conditions: readonly Shown[];
  /** The sentence of a condition; that of the registry's guards by default. */
  readonly words?: (condition: Shown) => string;
  /** What would meet an unmet condition. */
  readonly remedy?: (code: string) => ReactNode;
}

/** Conditions of a guard, met or not, in words. */
export function Conditions<Shown extends Condition>({ conditions, words, remedy }: ConditionsProps<Shown>) {
  const t = useTranslate();
  return (
    <ul className="checks">
      {conditions.map((condition) => (
        <li key={condition.code}>
          {condition.met ? (
            <CircleCheck className="icon met" role="img" aria-label={t("state.met")} />
          ) : (
            <CircleDashed className="icon ink2" role="img" aria-label={t("state.notMet")} />
          )}
          <div>
            {words?.(condition) ?? t(`condition.${codeKey(condition.code)}`, { _: condition.message })}
            {condition.met || remedy === undefined ? null : <div>{remedy(condition.code)}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly refusal: RefusalAnswer | null;
  readonly failure: Error | null;
}

/** Why an act did not happen, by code, in the reader's language. */
export function RefusalNote({ refusal, failure }: Props) {
  const t = useTranslate();
  if (refusal === null && failure === null) return null;
  const code = refusal?.code ?? (failure as { body?: { code?: string } }).body?.code ?? "network";
  const unmet = refusal?.conditions?.filter((condition) => !condition.met) ?? [];
  // Conditions say by themselves what is missing, in the reader's language; the server's own sentence does not.
  const unsaid = unmet.length > 0 ? "" : (refusal?.message ?? t("state.failed"));
  const sentence = t(`code.${codeKey(code)}`, { _: unsaid });
  return (
    <div className="note error" role="alert">
      <OctagonX className="icon" aria-hidden="true" />
      <div>
        {sentence === "" ? null : <p className="strong">{sentence}</p>}
        {unmet.length > 0 ? <Conditions conditions={unmet} /> : null}
        {refusal?.issues?.map((issue) => (
          <p key={`${issue.path}-${issue.message}`}>{namedIssue(t, issue)}</p>
        ))}
        <p className="small ink2">
          {t("state.code")} <span className="mono">{code}</span>
        </p>
      </div>
    </div>
  );
}
