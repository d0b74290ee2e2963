import { DATA_LABELS } from "@socle/contracts";

/** What data of a use case can be: no pool accepts classified ones. The dictionary has `label.<name>`. */
export const LABELS: readonly string[] = DATA_LABELS.filter((label) => label !== "classified");
