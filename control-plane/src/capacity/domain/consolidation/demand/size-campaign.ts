import type { Quarter } from "../../campaign/quarter.js";
import type { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import type { Basis } from "../../profiles/source.js";
import { citationOf } from "../../profiles/throughput-profile.js";
import { SIZING_METHOD } from "../../sizing/assumptions.js";
import { needSizer, type GpuRange, type SizedNeed } from "../../sizing/size-need.js";
import type { ConsolidationInput, NeedInput } from "../consolidation-input.js";
import { zoneOf, type Zone } from "../zone.js";
import { GpuChoice } from "./gpu-choice.js";

/** One quarter of one need, in GPUs of one kind. */
export interface Demand {
  readonly need: NeedInput;
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly gpus: GpuRange;
  readonly sized: Exclude<SizedNeed, { kind: "unsized" }>;
  /** What the figure rests on, and by which method and profile. */
  readonly basis: Basis;
  readonly method: string;
}

/** A need that no configuration serves: it is shown, never left out in silence. */
export interface Unsized {
  readonly needId: string;
  readonly ministryId: string;
  readonly reference: string;
  readonly why: Extract<SizedNeed, { kind: "unsized" }>["why"] | "no_gpu_kind";
}

export interface CampaignDemand {
  readonly demands: readonly Demand[];
  readonly unsized: readonly Unsized[];
}

/** Needs that are sized before others may run. */
const AT_A_TIME = 100;

/** Sizes every quarter of every need on the first kind of GPU that can serve it; yields the share that is done. */
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
    const found = sizeOne(need, choice, catalogue, quarters);
    if (typeof found === "string") {
      const { id: needId, ministryId, content } = need;
      unsized.push({ needId, ministryId, reference: content.reference, why: found });
    } else demands.push(...found);
  }
  return { demands, unsized };
}

function sizeOne(
  need: NeedInput,
  choice: GpuChoice,
  catalogue: ProfileCatalogue,
  quarters: ReadonlySet<Quarter>,
): readonly Demand[] | Unsized["why"] {
  const { content, model, ministryId } = need;
  const asked = content.quantities.filter(({ quarter }) => quarters.has(quarter));
  const kinds = choice.kindsFor(ministryId, content.labels);
  let why: Unsized["why"] = !catalogue.knows(model) ? "model_unknown" : "no_gpu_kind";
  // Training tells GPU-hours, of the first kind there is.
  if (content.profile === "training") why = "no_gpu_kind";
  for (const gpus of [...kinds.map((kind) => [kind]), null]) {
    if (gpus === null && content.profile === "training") break;
    const size = needSizer(content, { model, precision: "bf16", gpus }, catalogue);
    const sized = asked.map((quantity) => size(quantity));
    const failed = sized.find((each) => each.kind === "unsized");
    if (failed === undefined) return asked.map(({ quarter }, at) => demandOf(need, quarter, sized[at], kinds[0] ?? ""));
    why = failed.why;
  }
  return why;
}

function demandOf(need: NeedInput, quarter: Quarter, sized: SizedNeed | undefined, firstKind: string): Demand {
  if (sized === undefined || sized.kind === "unsized") throw new Error("a quarter without a size");
  const served = sized.kind === "served" ? sized.likely.plan.profile : null;
  return {
    need,
    quarter,
    gpuType: served?.gpu ?? firstKind,
    zone: zoneOf(need.content.labels),
    gpus: sized.gpus,
    sized,
    basis: "estimated",
    method: served === null ? SIZING_METHOD : `${SIZING_METHOD}; ${citationOf(served)}`,
  };
}
