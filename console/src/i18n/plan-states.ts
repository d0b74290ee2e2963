import { PLAN_KIND_NAMES, planKind } from "@socle/contracts";
import type { Locale } from "./format";

type Words = Readonly<Record<string, string>>;

/** The words of each kind's states, from the table of the plan, by the kind's subject: what the journal tells. */
export const planStates = (locale: Locale): Readonly<Record<string, Words>> =>
  Object.fromEntries(
    PLAN_KIND_NAMES.map((name) => {
      const { subject, states } = planKind(name);
      return [subject, Object.fromEntries(Object.entries(states).map(([state, { label }]) => [state, label[locale]]))];
    }),
  );
