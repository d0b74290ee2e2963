import { useTranslate } from "react-admin";
import type { UseCaseState } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import type { Sheet } from "./sheet";
import { LIFE_CYCLE } from "../parts/use-cases/use-case-states";

/** The state on the main road: the present one, or the one it left for a side track. */
function stepOf(sheet: Sheet): UseCaseState {
  if (LIFE_CYCLE.includes(sheet.state)) return sheet.state;
  const left = [...sheet.history].reverse().find((event) => event.from !== null && LIFE_CYCLE.includes(event.from));
  return left?.from ?? "IDEA";
}

/** The life cycle as steps: done with their dates, the present one, and what the next one lacks. */
export function LifeSteps({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const present = LIFE_CYCLE.indexOf(stepOf(sheet));
  const stopped = !LIFE_CYCLE.includes(sheet.state);
  const next = sheet.transitions.find((transition) => transition.to === LIFE_CYCLE[present + 1]);
  const missing = next?.conditions.filter((condition) => !condition.met).length ?? 0;
  const note = (state: UseCaseState, index: number): string => {
    if (index === present && stopped) return t(`useCaseState.${sheet.state}`);
    if (index === present + 1 && next !== undefined) {
      return missing === 0 ? t("registry.ready") : t("registry.missing", { smart_count: missing });
    }
    if (index > present) return "";
    const entered = sheet.history.find((event) => event.to === state);
    if (entered === undefined) return "";
    const date = format.shortDate(entered.at);
    return index === present ? t("registry.since", { date }) : date;
  };
  const classOf = (index: number): string => {
    if (index < present) return "done";
    if (index === present) return stopped ? "stopped" : "now";
    return index === present + 1 && next !== undefined ? "next" : "";
  };
  return (
    <ol className="steps" aria-label={t("registry.lifeCycle")}>
      {LIFE_CYCLE.map((state, index) => (
        <li key={state} className={classOf(index)} aria-current={index === present ? "step" : undefined}>
          {t(`useCaseState.${state}`)}
          <small>{note(state, index)}</small>
        </li>
      ))}
    </ol>
  );
}
