import { DATA_LABELS } from "@socle/contracts";
import type { DataLabel } from "@socle/contracts";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";

export type LabelsResult =
  | { readonly ok: true; readonly labels: readonly DataLabel[]; readonly asked: readonly DataLabel[] }
  | { readonly ok: false; readonly refusal: InferenceRefusal };

const isLabel = (word: string): word is DataLabel => (DATA_LABELS as readonly string[]).includes(word);

/** The use case's labels and those of the header (comma-separated): a caller can add, never remove. */
export const requestLabels = (floor: readonly DataLabel[], header: string | null): LabelsResult => {
  if (header === null || header.trim() === "") return { ok: true, labels: floor, asked: [] };
  const words = header.split(",").map((word) => word.trim());
  const unknown = words.find((word) => !isLabel(word));
  if (unknown !== undefined) {
    return {
      ok: false,
      refusal: refusal("label.unknown", `${JSON.stringify(unknown.slice(0, 40))} is not a data label.`, {
        param: "x-socle-labels",
        details: { labels: DATA_LABELS },
      }),
    };
  }
  const asked = words.filter(isLabel);
  return { ok: true, labels: DATA_LABELS.filter((label) => floor.includes(label) || asked.includes(label)), asked };
};
