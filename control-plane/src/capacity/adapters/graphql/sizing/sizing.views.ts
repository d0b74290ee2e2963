import { citationOf } from "../../../domain/profiles/throughput-profile.js";
import type { SizedNeed } from "../../../domain/sizing/size-need.js";
import type { NeedSizing } from "../../../use-cases/sizing/size-need.js";
import type { NeedSizingType } from "./sizing.types.js";

const profileOf = (sized: SizedNeed): string | null =>
  sized.kind === "served" ? citationOf(sized.likely.plan.profile) : null;
const gpusOf = (sized: SizedNeed) => (sized.kind === "unsized" ? null : sized.gpus);

export const sizingView = ({ quarter, sized, steps, byGpuType }: NeedSizing): NeedSizingType => ({
  quarter,
  gpus: gpusOf(sized),
  gpuType: sized.kind === "served" ? sized.likely.plan.profile.gpu : null,
  profile: profileOf(sized),
  unsized: sized.kind === "unsized" ? sized.why : null,
  steps,
  options: byGpuType.map((each) => ({
    gpuType: each.gpuType,
    gpus: gpusOf(each.sized),
    profile: profileOf(each.sized),
    misfits:
      each.sized.kind === "unsized" ? each.sized.misfits.map(({ profile, why }) => `${profile.key}: ${why}`) : [],
  })),
});
