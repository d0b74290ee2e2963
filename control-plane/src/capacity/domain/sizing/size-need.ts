import type { Quarter } from "../campaign/quarter.js";
import { quarterDays } from "../campaign/quarter.js";
import type { NeedContent, NeedQuantity } from "../need/capacity-need.js";
import type { Precision } from "../profiles/model-shape.js";
import type { ProfileCatalogue } from "../profiles/profile-catalogue.js";
import type { SpeedBand } from "../profiles/throughput-profile.js";
import { ASSUMPTIONS } from "./assumptions.js";
import { fewestGpus, type Misfitting, type SizedOption } from "./exact-search.js";
import { workloadOf, type Workload } from "./workload.js";

/** GPUs under three readings; low takes the low demand on a fast profile, high the high demand on a slow one. */
export interface GpuRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** What a quarter of a need asks for in GPUs of one kind. */
export type SizedNeed =
  | { readonly kind: "served"; readonly gpus: GpuRange; readonly likely: SizedOption; readonly workload: Workload }
  | { readonly kind: "trained"; readonly gpus: GpuRange; readonly gpuHours: NeedQuantity; readonly hours: number }
  | {
      readonly kind: "unsized";
      readonly why: "model_unknown" | "no_configuration";
      readonly misfits: readonly Misfitting[];
    };

/** Which profiles are looked at. */
export interface SizingChoice {
  /** Name in the catalogue that the need's model or alias stands for; null when nobody knows it. */
  readonly model: string | null;
  readonly precision: Precision;
  /** Kinds that may be used; null for all that the catalogue knows. */
  readonly gpus: readonly string[] | null;
}

const SPEED = { low: "fast", likely: "likely", high: "slow" } as const satisfies Record<
  keyof GpuRange,
  keyof SpeedBand
>;

/**
 * GPUs of one quarter of a need: the exact search over the catalogue for each reading. The configuration of the likely
 * reading is kept for the two others, so that the three are one choice under three lights.
 */
export function sizeNeed(
  need: NeedContent,
  quantity: NeedQuantity,
  { model, precision, gpus }: SizingChoice,
  catalogue: ProfileCatalogue,
): SizedNeed {
  if (need.profile === "training") return trained(quantity);
  if (model === null || !catalogue.knows(model)) return { kind: "unsized", why: "model_unknown", misfits: [] };
  const context = need.inputTokens + need.outputTokens / 2;
  const candidates = catalogue
    .candidates(model, precision, context)
    .filter((profile) => gpus === null || gpus.includes(profile.gpu));
  const workload = workloadOf(need, quantity.likely);
  const likely = fewestGpus(candidates, workload, SPEED.likely);
  if (!likely.ok) return { kind: "unsized", why: "no_configuration", misfits: likely.misfits };
  const { profile } = likely.best.plan;
  const of = (reading: "low" | "high"): number => {
    const sized = fewestGpus([profile], workloadOf(need, quantity[reading]), SPEED[reading]);
    // Out of reach on a slow machine: what the likely one needs, in proportion.
    return sized.ok ? sized.best.gpus : Math.ceil(likely.best.gpus * profile.band[SPEED[reading]]);
  };
  return {
    kind: "served",
    gpus: {
      low: Math.min(of("low"), likely.best.gpus),
      likely: likely.best.gpus,
      high: Math.max(of("high"), likely.best.gpus),
    },
    likely: likely.best,
    workload,
  };
}

const MS_PER_HOUR = 3_600_000;

/** Hours of a quarter on the calendar, changes of clock left aside. */
export function quarterHours(quarter: Quarter): number {
  const { from, to } = quarterDays(quarter);
  return (Date.parse(to) - Date.parse(from)) / MS_PER_HOUR;
}

/** A training need tells GPU-hours: spread over the quarter, at the assumed utilisation. */
function trained(quantity: NeedQuantity): SizedNeed {
  const hours = quarterHours(quantity.quarter);
  const of = (reading: keyof GpuRange): number =>
    Math.ceil(quantity[reading] / (hours * ASSUMPTIONS.trainingUtilisation) - 1e-9);
  return {
    kind: "trained",
    gpus: { low: of("low"), likely: of("likely"), high: of("high") },
    gpuHours: quantity,
    hours,
  };
}
