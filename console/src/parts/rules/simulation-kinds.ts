import type { SimulationData } from "../../generated/operations";
import type { TagState } from "../Tag";

export type SimulationSheet = NonNullable<SimulationData["simulation"]>;
export type SimulationOutcome = NonNullable<SimulationSheet["outcome"]>;
export type Kind = "refused" | "admitted" | "clamped" | "warned" | "eased" | "pools" | "reasons";

/** The worst first. */
export const KINDS: readonly Kind[] = ["refused", "clamped", "warned", "admitted", "eased", "pools", "reasons"];

/** Name of a kind in the API's lists. */
export const kindName = (kind: Kind): Uppercase<Kind> => kind.toUpperCase() as Uppercase<Kind>;

export function simulationTag(state: SimulationSheet["state"]): TagState {
  if (state === "DONE") return "active";
  if (state === "RUNNING") return "waiting";
  return state === "FAILED" ? "refused" : "plain";
}

/** State in which an effect leaves a request; `plain` for a preference. */
export function effectTag(effect: string): TagState {
  if (effect === "deny" || effect === "require") return "refused";
  return effect === "warn" || effect === "clamp" ? "warned" : "plain";
}

const LEVELS = 5;
/** Step of the heat scale, 1 to 5; 0 for nothing. Steps go by orders of magnitude, so that small counts stay visible. */
export function heat(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(LEVELS, Math.max(1, Math.ceil((LEVELS * Math.log1p(count)) / Math.log1p(most))));
}
