import { useTranslate } from "react-admin";
import type { IncidentRow } from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { StateWord } from "../../parts/Tag";
import { CLOCK_TAG } from "../desk-state";
import { timeLeft } from "./time-left";

interface Props {
  readonly clock: IncidentRow["clock"];
  readonly now: Date;
}

/** How the term of article 73 stands: the time that is left, or since when it is missed. */
export function ClockWord({ clock, now }: Props) {
  const t = useTranslate();
  const format = useFormat();
  if (clock.dueAt === null) return <StateWord state="plain">{t("incidentClock.NONE")}</StateWord>;
  const left = timeLeft(clock.dueAt, now);
  const words =
    clock.state === "RUNNING" || clock.state === "OVERDUE"
      ? t(`incidentClock.${clock.state}.${left.unit}`, { smart_count: left.count })
      : t(`incidentClock.${clock.state}`);
  return (
    <StateWord state={CLOCK_TAG[clock.state]}>
      <time dateTime={clock.dueAt} title={format.dateTime(clock.dueAt)}>
        {words}
      </time>
    </StateWord>
  );
}
