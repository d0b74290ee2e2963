import type { DecisionData } from "../generated/operations";

/** One decision with its figures. */
export type Detail = NonNullable<DecisionData["decision"]>;
