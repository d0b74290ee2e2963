import type { Quarter } from "../../campaign/quarter.js";
import type { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import type { Basis } from "../../profiles/source.js";
import { citationOf } from "../../profiles/throughput-profile.js";
import { SIZING_METHOD } from "../../sizing/assumptions.js";
import type { GpuRange } from "../../sizing/size-need.js";
import type { ConsolidationInput, NeedInput } from "../consolidation-input.js";
import { zoneOf, type Zone } from "../zone.js";
import { decideKind, type DecidedKind, type SizedQuarter, type UndecidedKind } from "./decide-kind.js";
import { GpuChoice } from "./gpu-choice.js";

/** One quarter of one need, in GPUs of one kind. */
export interface Demand {
  readonly need: NeedInput;
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly gpus: GpuRange;
  readonly sized: SizedQuarter;
  /** What the figure rests on, and by which method and profile. */
  readonly basis: Basis;
  readonly method: string;
}

/** A need that no configuration serves: it is shown, never left out in silence. */
export interface Unsized {
  readonly needId: string;
  readonly ministryId: string;
  readonly reference: string;
  readonly why: UndecidedKind["why"];
}

export interface CampaignDemand {
  readonly demands: readonly Demand[];
  readonly unsized: readonly Unsized[];
}

/** Needs that are sized before others may run. */
const AT_A_TIME = 100;

/** Sizes every quarter of every need on the kind of GPU that is decided for it; yields the share that is done. */
export function* sizingSteps(
  input: ConsolidationInput,
  catalogue: ProfileCatalogue,
): Generator<number, CampaignDemand> {
  const choice = new GpuChoice(input);
  const demands: Demand[] = [];
  const unsized: Unsized[] = [];
  const quarters = new Set(input.campaign.quarters);
  for (const [at, need] of input.needs.entries()) {
    if (at % AT_A_TIME === 0) yield at / input.needs.length;
    const found = decideKind(need, choice, catalogue, quarters);
    if (found.kind === "undecided") {
      const { id: needId, ministryId, content } = need;
      unsized.push({ needId, ministryId, reference: content.reference, why: found.why });
    } else demands.push(...demandsOf(need, found));
  }
  return { demands, unsized };
}

const demandsOf = (need: NeedInput, { gpuType, quarters }: DecidedKind): readonly Demand[] =>
  [...quarters].map(([quarter, sized]) => ({
    need,
    quarter,
    gpuType,
    zone: zoneOf(need.content.labels),
    gpus: sized.gpus,
    sized,
    basis: "estimated",
    method: sized.kind === "served" ? `${SIZING_METHOD}; ${citationOf(sized.likely.plan.profile)}` : SIZING_METHOD,
  }));
