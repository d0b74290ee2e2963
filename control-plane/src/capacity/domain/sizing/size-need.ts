import type { Quarter } from "../campaign/quarter.js";
import { quarterDays } from "../campaign/quarter.js";
import type { NeedContent, NeedQuantity } from "../need/capacity-need.js";
import type { Precision } from "../profiles/model-shape.js";
import type { ProfileCatalogue } from "../profiles/profile-catalogue.js";
import type { SpeedBand, ThroughputProfile } from "../profiles/throughput-profile.js";
import { meanContext } from "../queueing/step-times.js";
import { ASSUMPTIONS } from "./assumptions.js";
import {
  fewestGpus,
  planCandidates,
  type Misfitting,
  type PlannedCandidates,
  type SizedOption,
} from "./exact-search.js";
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

type UnsizedNeed = Extract<SizedNeed, { kind: "unsized" }>;

/** Sizes quarters of one need; configurations are planned once, whatever their number. */
export interface NeedSizer {
  size(quantity: NeedQuantity): SizedNeed;
  /** GPUs of the likely reading alone, which costs a third: enough to compare kinds by. */
  likely(quantity: NeedQuantity): number | UnsizedNeed;
}

/** Which profiles are looked at. */
export interface SizingChoice {
  /** What the need's model or alias stands for; the catalogue may not know it. */
  readonly model: string;
  readonly precision: Precision;
  /** Kinds that may be used; null for all that the catalogue knows. */
  readonly gpus: readonly string[] | null;
}

const SPEED = { low: "fast", likely: "likely", high: "slow" } as const satisfies Record<
  keyof GpuRange,
  keyof SpeedBand
>;

/**
 * Sizes the quarters of one need: the exact search over the catalogue for each reading. The configuration of the likely
 * reading is kept for the two others, so that the three are one choice under three lights.
 */
export function needSizer(
  need: NeedContent,
  { model, precision, gpus }: SizingChoice,
  catalogue: ProfileCatalogue,
): NeedSizer {
  if (need.profile === "training") return { size: trained, likely: (quantity) => trained(quantity).gpus.likely };
  if (!catalogue.knows(model)) return { size: () => UNKNOWN, likely: () => UNKNOWN };
  const candidates = catalogue.candidates(model, precision, meanContext(need), gpus);
  const any = workloadOf(need, 0);
  const likelyPlans = planCandidates(candidates, any, SPEED.likely);
  const aside = new Map<string, PlannedCandidates>();
  const plansOf = (profile: ThroughputProfile, reading: keyof GpuRange): PlannedCandidates => {
    const key = `${reading} ${profile.key}`;
    const known = aside.get(key) ?? planCandidates([profile], any, SPEED[reading]);
    aside.set(key, known);
    return known;
  };
  const likelyOf = (workload: Workload): SizedOption | UnsizedNeed => {
    const likely = fewestGpus(likelyPlans, workload);
    return likely.ok ? likely.best : { kind: "unsized", why: "no_configuration", misfits: likely.misfits };
  };
  const size = (quantity: NeedQuantity): SizedNeed => {
    const workload = workloadOf(need, quantity.likely);
    const best = likelyOf(workload);
    if ("kind" in best) return best;
    const { profile } = best.plan;
    const of = (reading: "low" | "high"): number => {
      const demand = workloadOf(need, quantity[reading]);
      const sized = fewestGpus(plansOf(profile, reading), demand);
      if (sized.ok) return sized.best.gpus;
      // Targets out of reach on a slow machine: the same demand on a likely one, in proportion.
      const inReach = fewestGpus(plansOf(profile, "likely"), demand);
      return Math.ceil(
        (inReach.ok ? inReach.best.gpus : best.gpus) * (profile.band[SPEED[reading]] / profile.band.likely),
      );
    };
    const { gpus: middle } = best;
    const range = { low: Math.min(of("low"), middle), likely: middle, high: Math.max(of("high"), middle) };
    return { kind: "served", gpus: range, likely: best, workload };
  };
  const likely = (quantity: NeedQuantity): number | UnsizedNeed => {
    const best = likelyOf(workloadOf(need, quantity.likely));
    return "kind" in best ? best : best.gpus;
  };
  return { size, likely };
}

const UNKNOWN: UnsizedNeed = { kind: "unsized", why: "model_unknown", misfits: [] };

const MS_PER_HOUR = 3_600_000;

/** Hours of a quarter on the calendar, changes of clock left aside. */
export function quarterHours(quarter: Quarter): number {
  const { from, to } = quarterDays(quarter);
  return (Date.parse(to) - Date.parse(from)) / MS_PER_HOUR;
}

/** A training need tells GPU-hours: spread over the quarter, at the assumed utilisation. */
function trained(quantity: NeedQuantity): Extract<SizedNeed, { kind: "trained" }> {
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
