import { usePerson } from "../../providers/use-person";
import type { RoundSheet } from "../round-states";

/** True when the round's state has that act and this person may take it. */
export function useRoundAct(sheet: RoundSheet, act: string): boolean {
  const abilities = usePerson()?.abilities ?? [];
  const right = sheet.round.acts.find((one) => one.act === act);
  return right !== undefined && abilities.includes(right.ability);
}
