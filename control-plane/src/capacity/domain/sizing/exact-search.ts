import type { ThroughputProfile } from "../profiles/throughput-profile.js";
import { spareReplicas } from "./assumptions.js";
import { planReplica, plannedRate, rateOf, type Misfit, type ReplicaPlan } from "./replica-plan.js";
import type { Load, Workload } from "./workload.js";

/** Replicas of one configuration that serve a workload. */
export interface SizedOption {
  readonly plan: ReplicaPlan;
  /** Requests per second and replica, targets kept. */
  readonly perReplica: number;
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

/**
 * Fewest GPUs over all candidates: replicas = ⌈rate ÷ rate of one⌉ + spare, for the day and for the night, whichever
 * is more. Ties: fewer GPUs per replica, then the larger batch. Latency targets can only raise a count, so that a
 * candidate whose count without them is not below the best need not be looked into.
 * @param candidates profiles, one a configuration
 * @param speed which reading of their band
 */
export function fewestGpus(
  candidates: readonly ThroughputProfile[],
  workload: Workload,
  speed: keyof ThroughputProfile["band"],
): Sized {
  const misfits: Misfitting[] = [];
  const plans: { plan: ReplicaPlan; atLeast: number }[] = [];
  for (const profile of candidates) {
    const plan = planReplica(profile, workload.shape, workload.targets, profile.band[speed]);
    if (typeof plan === "string") misfits.push({ profile, why: plan });
    else plans.push({ plan, atLeast: optionOf(plan, plannedRate(plan), workload).gpus });
  }
  plans.sort((a, b) => a.atLeast - b.atLeast || preference(a.plan, b.plan));
  let best: SizedOption | null = null;
  for (const { plan, atLeast } of plans) {
    if (best !== null && (atLeast > best.gpus || (atLeast === best.gpus && preference(best.plan, plan) < 0))) continue;
    const rate = rateOf(plan);
    if (rate === 0) misfits.push({ profile: plan.profile, why: "ttft_unreachable" });
    else {
      const option = optionOf(plan, rate, workload);
      if (best === null || option.gpus < best.gpus || (option.gpus === best.gpus && preference(plan, best.plan) < 0))
        best = option;
    }
  }
  return best === null ? { ok: false, misfits } : { ok: true, best };
}

const preference = (one: ReplicaPlan, other: ReplicaPlan): number =>
  one.profile.gpusPerReplica - other.profile.gpusPerReplica || other.batch - one.batch;

const replicasFor = (perSecond: number, perReplica: number): number => Math.ceil(perSecond / perReplica - EPSILON);

/** Requests per second of the busiest moment; requests at once are turned into a rate by how long each stays. */
const dayRate = ({ dayPerSecond, dayAtOnce }: Load, { residenceSeconds }: ReplicaPlan): number =>
  dayPerSecond + dayAtOnce / residenceSeconds;

function optionOf(plan: ReplicaPlan, perReplica: number, { load, criticality }: Workload): SizedOption {
  const day = dayRate(load, plan);
  const dayReplicas = replicasFor(day, perReplica);
  // At night nobody waits for a first token: the planned occupancy is the only bound.
  const nightReplicas = replicasFor(load.nightPerSecond, plannedRate(plan));
  const spare = dayReplicas + nightReplicas === 0 ? 0 : spareReplicas(criticality);
  const replicas = Math.max(dayReplicas, nightReplicas) + spare;
  return {
    plan,
    perReplica,
    live: day * plan.residenceSeconds,
    dayReplicas,
    nightReplicas,
    spare,
    replicas,
    gpus: replicas * plan.profile.gpusPerReplica,
  };
}
