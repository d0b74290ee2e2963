import type { ModelOfData, ModelRow, ModelState } from "../generated/operations";
import type { TagState } from "../parts/Tag";
import { hasWords } from "../parts/words";

export type ModelSheet = NonNullable<ModelOfData["model"]>;

/** The main road of a model; a refusal leaves it. */
export const MODEL_LIFE: readonly ModelState[] = [
  "PROPOSED",
  "VALIDATED",
  "ASSESSED",
  "APPROVED",
  "DEPRECATED",
  "RETIRED",
];

const TAGS: Readonly<Record<ModelState, TagState>> = {
  PROPOSED: "waiting",
  VALIDATED: "waiting",
  ASSESSED: "waiting",
  APPROVED: "active",
  DEPRECATED: "expiring",
  RETIRED: "plain",
  REFUSED: "refused",
};
export const modelTag = (state: ModelState): TagState => TAGS[state];

export type ModelView = "all" | "served" | "study" | "ending" | "closed";

/** The saved views of the catalogue, each a set of states. */
export const MODEL_VIEWS: Readonly<Record<ModelView, readonly ModelState[]>> = {
  all: ["PROPOSED", "VALIDATED", "ASSESSED", "APPROVED", "DEPRECATED", "RETIRED", "REFUSED"],
  served: ["APPROVED", "DEPRECATED"],
  study: ["PROPOSED", "VALIDATED", "ASSESSED"],
  ending: ["DEPRECATED"],
  closed: ["RETIRED", "REFUSED"],
};

/** Models in the view whose name, alias, publisher or licence has every word sought. */
export function foundModels<Row extends Pick<ModelRow, "name" | "aliases" | "publisher" | "licence" | "state">>(
  rows: readonly Row[],
  view: ModelView,
  search: string,
): readonly Row[] {
  return rows.filter(
    (row) =>
      MODEL_VIEWS[view].includes(row.state) &&
      hasWords([row.name, ...row.aliases, row.publisher, row.licence].join(" "), search),
  );
}
