import type { DataLabel } from "@socle/contracts";

/** Protection that a machine or a need is counted under, from the least. */
export const ZONES = ["open", "sensitive", "dr"] as const;
export type Zone = (typeof ZONES)[number];

/** Data that the law or a secret protects beyond what is merely internal or personal. */
const SENSITIVE: ReadonlySet<DataLabel> = new Set(["sren31", "secret_pro", "health", "special_category"]);

/** The greatest protection that any of the labels asks for; labels themselves stay a set, this only sorts a report. */
export function zoneOf(labels: readonly DataLabel[]): Zone {
  if (labels.includes("dr")) return "dr";
  return labels.some((label) => SENSITIVE.has(label)) ? "sensitive" : "open";
}

/** True when a machine that takes `accepted` may process all of `asked`. */
export const accepts = (accepted: readonly DataLabel[], asked: readonly DataLabel[]): boolean =>
  asked.every((label) => accepted.includes(label));
