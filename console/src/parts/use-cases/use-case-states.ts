import type { UseCaseState } from "../../generated/operations";
import type { TagState } from "../Tag";

/** The main road of a use case; the other states are side tracks. */
export const LIFE_CYCLE: readonly UseCaseState[] = [
  "IDEA",
  "QUALIFIED",
  "INCUBATION",
  "EXPERIMENT",
  "EVALUATED",
  "DEPLOYED",
  "GENERALISED",
];

export type StateView = "all" | "study" | "running" | "suspended" | "closed";

/** The saved views of the list, each a set of states. */
export const STATE_VIEWS: Readonly<Record<StateView, readonly UseCaseState[] | null>> = {
  all: null,
  study: ["IDEA", "QUALIFIED", "INCUBATION"],
  running: ["EXPERIMENT", "EVALUATED", "DEPLOYED", "GENERALISED"],
  suspended: ["SUSPENDED"],
  closed: ["RETIRED", "REFUSED", "MERGED"],
};

export function stateTag(state: UseCaseState): TagState {
  switch (state) {
    case "EXPERIMENT":
    case "EVALUATED":
    case "DEPLOYED":
    case "GENERALISED":
      return "active";
    case "IDEA":
    case "QUALIFIED":
    case "INCUBATION":
      return "waiting";
    case "SUSPENDED":
      return "suspended";
    case "REFUSED":
      return "refused";
    case "RETIRED":
    case "MERGED":
      return "plain";
  }
}
