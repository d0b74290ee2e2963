import type { Context } from "../../../kernel/use-case.js";
import { quartersFrom, type Quarter } from "../../domain/campaign/quarter.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { decideKind, type UndecidedKind } from "../../domain/consolidation/demand/decide-kind.js";
import { explainKind } from "../../domain/consolidation/demand/explain-kind.js";
import { GpuChoice } from "../../domain/consolidation/demand/gpu-choice.js";
import type { CapacityNeed, NeedContent, NeedQuantity } from "../../domain/need/capacity-need.js";
import { GPU_KINDS } from "../../domain/profiles/gpu-kind.js";
import { ProfileCatalogue } from "../../domain/profiles/profile-catalogue.js";
import { explainSize, type SizingStep } from "../../domain/sizing/explain-size.js";
import { needSizer, type SizedNeed } from "../../domain/sizing/size-need.js";
import type { ConsolidationRoomPorts } from "../../ports/consolidation/consolidation-ports.js";
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
  /** Kind that the need is counted on; null when it has no size. */
  readonly gpuType: string | null;
  readonly sized: SizedNeed | UndecidedKind;
  /** "Why so many GPUs?" */
  readonly steps: readonly SizingStep[];
  /** On each kind alone. */
  readonly byGpuType: readonly SizedOn[];
}

export interface SizingWish {
  readonly quantity: NeedQuantity;
  /** null for every kind. */
  readonly gpuTypes: readonly string[] | null;
}

/** Sizes one quarter of a need that nobody declared, or on kinds that somebody asks about: the fewest GPUs on any. */
export const sizeNeed =
  (ports: SizingPorts) =>
  async (ctx: Context, need: NeedContent, { quantity, gpuTypes }: SizingWish): Promise<NeedSizing> => {
    const { on, options } = await sizerOf(ports, ctx, need, quantity);
    const sized = on(gpuTypes);
    const gpuType = sized.kind === "served" ? sized.likely.plan.profile.gpu : null;
    const steps = explainSize(need, quantity, sized);
    return { quarter: quantity.quarter, gpuType, sized, steps, byGpuType: options(gpuTypes) };
  };

/**
 * Sizes one quarter of a declared need as the consolidation of its campaign does: on the kind that `decideKind` says. Read
 * as the platform, since what other ministries hold and declare decides too.
 */
export const sizeDeclaredNeed =
  (ports: SizingPorts & Pick<ConsolidationRoomPorts, "sources">) =>
  async (ctx: Context, campaign: Campaign, need: CapacityNeed, quantity: NeedQuantity): Promise<NeedSizing> => {
    const { model, catalogue, options } = await sizerOf(ports, ctx, need, quantity);
    const supply = await ports.sources.supplyFor(ctx, campaign, need.organisationId);
    const facts = { content: need, model, ministryId: supply.ministryId };
    const decision = decideKind(facts, new GpuChoice(supply), catalogue, new Set(campaign.quarters));
    const common = { quarter: quantity.quarter, byGpuType: options(null) };
    const sized = decision.kind === "decided" ? decision.quarters.get(quantity.quarter) : undefined;
    if (decision.kind === "undecided") return { ...common, gpuType: null, sized: decision, steps: [] };
    if (sized === undefined) throw new Error("a quarter of the need that is none of its campaign");
    const steps = [explainKind(decision), ...explainSize(need, quantity, sized)];
    return { ...common, gpuType: decision.gpuType, sized, steps };
  };

/** What both ways of sizing ask of the catalogue. */
async function sizerOf({ profiles, models }: SizingPorts, ctx: Context, need: NeedContent, quantity: NeedQuantity) {
  const catalogue = new ProfileCatalogue(await profiles.all(ctx));
  const model = (await models.aliases(ctx)).get(need.model) ?? need.model;
  const on = (gpus: readonly string[] | null): SizedNeed =>
    needSizer(need, { model, precision: "bf16", gpus }, catalogue).size(quantity);
  const options = (gpuTypes: readonly string[] | null): readonly SizedOn[] => {
    const kinds = need.profile === "training" ? [] : (gpuTypes ?? GPU_KINDS.map(({ code }) => code));
    return kinds.map((gpuType) => ({ gpuType, sized: on([gpuType]) }));
  };
  return { model, catalogue, on, options };
}

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
