import { SIZING_METHOD } from "../../sizing/assumptions.js";
import type { SizingStep } from "../../sizing/explain-size.js";
import type { DecidedKind } from "./decide-kind.js";

const FORMULAS: Readonly<Record<DecidedKind["reach"], string>> = {
  held: "the ministry's rights hold enough of it",
  own: "the ministry's own lines have enough of it",
  state: "the State's lines have enough of it",
  catalogue: "no kind in reach serves the need",
};

/**
 * "Why this kind?": how many GPUs its fullest quarter takes, and where they are. How many there are is not said: the
 * State's lines are other ministries'.
 */
export const explainKind = ({ reach, enough, fullest, gpuType }: DecidedKind): SizingStep => ({
  code: enough || reach === "catalogue" ? `kind_${reach}` : "kind_short",
  value: fullest,
  unit: "GPU",
  formula: `${gpuType}: ${enough || reach === "catalogue" ? FORMULAS[reach] : "nothing in reach has enough"}; of such kinds the fewest GPUs`,
  basis: "estimated",
  method: SIZING_METHOD,
});
