import type { TagState } from "../parts/Tag";

export function outcomeTag(outcome: string): TagState {
  switch (outcome) {
    case "served":
      return "active";
    case "cancelled":
      return "warned";
    default:
      return "refused";
  }
}

/** Frame of the why-panel by verdict. */
export const verdictClass = (outcome: string): string =>
  outcome === "served" ? "why served" : outcome === "cancelled" ? "why cancelled" : "why";

/** An id short enough to read, long enough to recognise: its head and its tail. */
export const shortId = (id: string): string => (id.length > 18 ? `${id.slice(0, 9)}…${id.slice(-5)}` : id);
