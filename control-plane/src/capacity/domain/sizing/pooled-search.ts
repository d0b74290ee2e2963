import type { ThroughputProfile } from "../profiles/throughput-profile.js";
import type { LatencyTargets } from "../queueing/latency-targets.js";
import { spareReplicas } from "./assumptions.js";
import { dayRate, preference, replicasFor, type PlannedCandidates, type PlannedReplica } from "./exact-search.js";
import { strictestTargets, type Workload } from "./workload.js";

/** One of several workloads that may share replicas. */
export interface PooledPart {
  readonly workload: Workload;
  /** GPUs that it takes alone. */
  readonly alone: number;
  /** How each candidate would serve its requests within targets that are not only its own. */
  readonly plan: (targets: LatencyTargets) => PlannedCandidates;
}

/** What several workloads take together; `profile` is null where they are better kept apart. */
export interface PooledSize {
  readonly gpus: number;
  readonly profile: ThroughputProfile | null;
}

/**
 * Fewest GPUs of one configuration for all parts. Each part takes of a replica the share of time in which it would fill it
 * alone, λᵢ ÷ μᵢ, under the strictest targets of all; replicas = ⌈Σ λᵢ ÷ μᵢ⌉ + the spare of the most critical part.
 *
 * max(parts) ≤ pooled ≤ Σ parts, and pooled grows with each part: on every configuration the sum is not below any of its
 * terms, stricter targets do not raise a μᵢ, and a minimum keeps that order; the sum of all alone stays possible, since
 * parts may be kept apart.
 * @param parts at least one, each of which has a size alone
 */
export function fewestPooled(parts: readonly PooledPart[]): PooledSize {
  const apart = parts.reduce((sum, { alone }) => sum + alone, 0);
  const atLeast = Math.max(...parts.map(({ alone }) => alone));
  const bounded = sharedConfigurations(parts)
    .map((members) => ({ members, bound: gpusOf(members, ({ planned }) => planned) }))
    .sort((a, b) => a.bound - b.bound || preference(a.members[0].each.plan, b.members[0].each.plan));
  let best: PooledSize = { gpus: apart, profile: null };
  for (const { members, bound } of bounded) {
    if (bound >= best.gpus) break;
    const gpus = Math.max(atLeast, gpusInTime(members));
    if (gpus < best.gpus) best = { gpus, profile: members[0].each.plan.profile };
  }
  return best;
}

interface Member {
  readonly workload: Workload;
  readonly each: PlannedReplica;
}
type Members = readonly [Member, ...Member[]];

/** Configurations on which every part can be served, with how each part is. */
function sharedConfigurations(parts: readonly PooledPart[]): readonly Members[] {
  const targets = strictestTargets(parts.map(({ workload }) => workload));
  const [first = [], ...others] = parts.map(({ workload, plan }) =>
    plan(targets).plans.map((each): Member => ({ workload, each })),
  );
  const keyed = others.map((members) => new Map(members.map((member) => [member.each.plan.profile.key, member])));
  return first.flatMap((member): Members[] => {
    const rest = keyed.flatMap((of) => of.get(member.each.plan.profile.key) ?? []);
    return rest.length === keyed.length ? [[member, ...rest]] : [];
  });
}

/** The same with first tokens in time: the least known rates are refined until the bounds of all give one count. */
function gpusInTime(members: Members): number {
  for (;;) {
    const most = gpusOf(members, ({ rate }) => rate.bounds()[0]);
    if (most === gpusOf(members, ({ rate }) => rate.bounds()[1])) return most;
    const doubts = members.map(doubtOf);
    const least = Math.max(...doubts);
    if (least === 0) return most;
    members.forEach(({ each }, at) => (doubts[at] ?? 0) >= least / 2 && each.rate.refine());
  }
}

/** Replicas between the bounds of what a part takes. */
function doubtOf({ workload, each }: Member): number {
  const [below, above] = each.rate.bounds();
  const day = dayRate(workload.load, each.plan);
  return day === 0 || below === above ? 0 : day / below - day / above;
}

function gpusOf(members: Members, rateOf: (each: PlannedReplica) => number): number {
  let [day, night] = [0, 0];
  for (const { workload, each } of members) {
    const perSecond = dayRate(workload.load, each.plan);
    day += perSecond === 0 ? 0 : perSecond / rateOf(each);
    night += workload.load.nightPerSecond / each.planned;
  }
  const replicas = Math.max(replicasFor(day, 1), replicasFor(night, 1));
  const spare = replicas === 0 ? 0 : Math.max(...members.map(({ workload }) => spareReplicas(workload.criticality)));
  return (replicas + spare) * members[0].each.plan.profile.gpusPerReplica;
}
