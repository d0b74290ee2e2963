import type { Context } from "../../../kernel/use-case.js";
import { quartersFrom, type Quarter } from "../../domain/campaign/quarter.js";
import type { NeedContent, NeedQuantity } from "../../domain/need/capacity-need.js";
import { GPU_KINDS } from "../../domain/profiles/gpu-kind.js";
import type { Precision } from "../../domain/profiles/model-shape.js";
import { ProfileCatalogue } from "../../domain/profiles/profile-catalogue.js";
import { explainSize, type SizingStep } from "../../domain/sizing/explain-size.js";
import { needSizer, type SizedNeed } from "../../domain/sizing/size-need.js";
import type { ModelNames } from "../../ports/model-names.port.js";
import type { ProfileRepository } from "../../ports/profile-repository.port.js";

export interface SizingPorts {
  readonly profiles: ProfileRepository;
  readonly models: ModelNames;
}

/** What a need takes on one kind of GPU. */
export interface SizedOn {
  readonly gpuType: string;
  readonly sized: SizedNeed;
}

export interface NeedSizing {
  readonly quarter: Quarter;
  /** On the kinds asked for, fewest GPUs. */
  readonly sized: SizedNeed;
  /** "Why so many GPUs?" */
  readonly steps: readonly SizingStep[];
  /** On each kind alone. */
  readonly byGpuType: readonly SizedOn[];
}

export interface SizingWish {
  readonly quantity: NeedQuantity;
  /** null for every kind. */
  readonly gpuTypes: readonly string[] | null;
  readonly precision: Precision;
}

/** Sizes one quarter of a need, declared or only imagined, and says how. */
export const sizeNeed =
  ({ profiles, models }: SizingPorts) =>
  async (ctx: Context, need: NeedContent, { quantity, gpuTypes, precision }: SizingWish): Promise<NeedSizing> => {
    const catalogue = new ProfileCatalogue(await profiles.all(ctx));
    const model = (await models.aliases(ctx)).get(need.model) ?? need.model;
    const on = (gpus: readonly string[] | null): SizedNeed =>
      needSizer(need, { model, precision, gpus }, catalogue)(quantity);
    const sized = on(gpuTypes);
    const kinds = need.profile === "training" ? [] : (gpuTypes ?? GPU_KINDS.map(({ code }) => code));
    return {
      quarter: quantity.quarter,
      sized,
      steps: explainSize(need, quantity, sized),
      byGpuType: kinds.map((gpuType) => ({ gpuType, sized: on([gpuType]) })),
    };
  };

/** A need that nobody declared yet: what a form has so far, the rest as a template would fill it. */
export function imaginedNeed(
  told: Partial<NeedContent> & Pick<NeedContent, "model" | "inputTokens" | "outputTokens">,
  likely: number,
  at: Date,
): NeedContent {
  const [quarter] = quartersFrom(
    `${at.getUTCFullYear()}Q${(Math.floor(at.getUTCMonth() / 3) + 1) as 1 | 2 | 3 | 4}`,
    1,
  );
  if (quarter === undefined) throw new Error("one quarter from a quarter");
  return {
    reference: "essai",
    title: "Essai",
    useCase: null,
    profile: "interactive",
    labels: ["internal"],
    criticality: 3,
    users: null,
    peakConcurrency: null,
    peakHourPercent: 12,
    inputTokensP95: null,
    outputTokensP95: null,
    contextMax: null,
    ttftTargetMs: null,
    itlTargetMs: null,
    availabilityPercent: null,
    batchablePercent: 0,
    figures: "estimated",
    fundingLine: null,
    justification: "",
    quantities: [{ quarter, low: likely, likely, high: likely }],
    ...told,
  };
}
