import { citationOf } from "../../../domain/profiles/throughput-profile.js";
import type { SizedNeed } from "../../../domain/sizing/size-need.js";
import type { NeedSizing } from "../../../use-cases/sizing/size-need.js";
import type { NeedSizingType } from "./sizing.types.js";

const isSized = (sized: NeedSizing["sized"]): sized is Exclude<SizedNeed, { kind: "unsized" }> =>
  sized.kind === "served" || sized.kind === "trained";
const profileOf = (sized: NeedSizing["sized"]): string | null =>
  sized.kind === "served" ? citationOf(sized.likely.plan.profile) : null;
const gpusOf = (sized: NeedSizing["sized"]) => (isSized(sized) ? sized.gpus : null);

export const sizingView = ({ quarter, gpuType, sized, steps, byGpuType }: NeedSizing): NeedSizingType => ({
  quarter,
  gpus: gpusOf(sized),
  gpuType,
  profile: profileOf(sized),
  unsized: isSized(sized) ? null : sized.why,
  steps,
  options: byGpuType.map((each) => ({
    gpuType: each.gpuType,
    gpus: gpusOf(each.sized),
    profile: profileOf(each.sized),
    misfits:
      each.sized.kind === "unsized" ? each.sized.misfits.map(({ profile, why }) => `${profile.key}: ${why}`) : [],
  })),
});
