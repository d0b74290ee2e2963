import type { SpeedBand, ThroughputProfile } from "../profiles/throughput-profile.js";
import { spareReplicas } from "./assumptions.js";
import { planReplica, plannedRate, TimelyRate, type Misfit, type ReplicaPlan } from "./replica-plan.js";
import type { Load, Workload } from "./workload.js";

/** Replicas of one configuration that serve a workload. */
export interface SizedOption {
  readonly plan: ReplicaPlan;
  /** Of one replica, targets kept. */
  readonly rate: TimelyRate;
  /** Requests at once that the load amounts to, by Little's law. */
  readonly live: number;
  readonly dayReplicas: number;
  readonly nightReplicas: number;
  readonly spare: number;
  readonly replicas: number;
  readonly gpus: number;
}

export interface Misfitting {
  readonly profile: ThroughputProfile;
  readonly why: Misfit;
}

export type Sized =
  { readonly ok: true; readonly best: SizedOption } | { readonly ok: false; readonly misfits: readonly Misfitting[] };

const EPSILON = 1e-9;

/** How each candidate would serve requests of one shape; made once, used for any number of them. */
export interface PlannedCandidates {
  readonly plans: readonly PlannedReplica[];
  readonly misfits: readonly Misfitting[];
}

export interface PlannedReplica {
  readonly plan: ReplicaPlan;
  /** Requests per second, latency targets left aside. */
  readonly planned: number;
  /** The same with first tokens in time; worked out as far as it is asked for. */
  readonly rate: TimelyRate;
}

/**
 * @param candidates profiles, one a configuration
 * @param speed which reading of their band
 */
export function planCandidates(
  candidates: readonly ThroughputProfile[],
  { shape, targets }: Pick<Workload, "shape" | "targets">,
  speed: keyof SpeedBand,
): PlannedCandidates {
  const misfits: Misfitting[] = [];
  const plans: PlannedReplica[] = [];
  for (const profile of candidates) {
    const plan = planReplica(profile, shape, targets, profile.band[speed]);
    if (typeof plan === "string") misfits.push({ profile, why: plan });
    else plans.push(plannedReplica(plan));
  }
  return { plans, misfits };
}

function plannedReplica(plan: ReplicaPlan): PlannedReplica {
  const planned = plannedRate(plan);
  return { plan, planned, rate: new TimelyRate(plan, planned) };
}

/**
 * Fewest GPUs over all candidates: replicas = ⌈rate ÷ rate of one⌉ + spare, for the day and for the night, whichever
 * is more. Ties: fewer GPUs per replica, then the larger batch. Latency targets can only raise a count, so that a
 * candidate whose count without them is not below the best need not be looked into.
 */
export function fewestGpus(
  { plans, misfits }: PlannedCandidates,
  demand: Pick<Workload, "load" | "criticality">,
): Sized {
  const bounded = plans
    .map((each) => ({ each, atLeast: optionOf(each, each.planned, demand).gpus }))
    .sort((a, b) => a.atLeast - b.atLeast || preference(a.each.plan, b.each.plan));
  const late: Misfitting[] = [];
  let best: SizedOption | null = null;
  for (const { each, atLeast } of bounded) {
    if (best !== null && !isBetter(each.plan, atLeast, best)) continue;
    const day = dayRate(demand.load, each.plan);
    const rate = each.rate.asGoodAs((perReplica) => replicasFor(day, perReplica));
    if (rate === 0) {
      late.push({ profile: each.plan.profile, why: "ttft_unreachable" });
      continue;
    }
    const option = optionOf(each, rate, demand);
    if (best === null || isBetter(each.plan, option.gpus, best)) best = option;
  }
  return best === null ? { ok: false, misfits: [...misfits, ...late] } : { ok: true, best };
}

const isBetter = (plan: ReplicaPlan, gpus: number, best: SizedOption): boolean =>
  gpus < best.gpus || (gpus === best.gpus && preference(plan, best.plan) < 0);

/** Among equal counts: fewer GPUs a replica, then the larger batch. */
export const preference = (one: ReplicaPlan, other: ReplicaPlan): number =>
  one.profile.gpusPerReplica - other.profile.gpusPerReplica || other.batch - one.batch;

export const replicasFor = (perSecond: number, perReplica: number): number =>
  Math.ceil(perSecond / perReplica - EPSILON);

/** Requests per second of the busiest moment; requests at once are turned into a rate by how long each stays. */
export const dayRate = ({ dayPerSecond, dayAtOnce }: Load, { residenceSeconds }: ReplicaPlan): number =>
  dayPerSecond + dayAtOnce / residenceSeconds;

function optionOf(
  { plan, planned, rate }: PlannedReplica,
  perReplica: number,
  { load, criticality }: Pick<Workload, "load" | "criticality">,
): SizedOption {
  const day = dayRate(load, plan);
  const dayReplicas = replicasFor(day, perReplica);
  // At night nobody waits for a first token: what an engine ends is the only bound.
  const nightReplicas = replicasFor(load.nightPerSecond, planned);
  const spare = dayReplicas + nightReplicas === 0 ? 0 : spareReplicas(criticality);
  const replicas = Math.max(dayReplicas, nightReplicas) + spare;
  return {
    plan,
    rate,
    live: day * plan.residenceSeconds,
    dayReplicas,
    nightReplicas,
    spare,
    replicas,
    gpus: replicas * plan.profile.gpusPerReplica,
  };
}
