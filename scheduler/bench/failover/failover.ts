import { randomFrom } from "../../../test/builders/random.ts";
import { percentile, type Bench } from "../result.ts";
import { createBaselineProfiles } from "../routing/baselines/baseline-profiles.ts";
import { capacity } from "../routing/cell.ts";
import { loadParts, type Parts } from "../routing/parts.ts";
import { ACTIVE_BLOCKS, BLOCK_TOKENS } from "../routing/scene.ts";
import { paced } from "../routing/trace.ts";
import { VirtualRun, type Journey } from "../routing/virtual-run.ts";
import { EXTRACT, traceFrom, type Workload } from "../routing/workloads.ts";

const ENDPOINTS = 8;
/** Six of eight endpoints still carry it. */
const LOAD = 0.7;
const SEEDS = [1, 2, 3];
const VICTIMS = ["endpoint-2", "endpoint-5"];
/** Milliseconds of virtual time: when two die, and when they are back. */
const DEATH_AT = 120_000;
const RETURN_AT = 180_000;
/** The time after the return in which a herd would show, and the share that one of them may get: twice its due. */
const HERD_MS = 10_000;
const MOST_SHARE = 2 / ENDPOINTS;

interface Outcome {
  readonly failed: number;
  readonly cut: number;
  readonly retried: number;
  readonly maxShare: number;
  /** 99th percentile of seconds to the first token from the death to the return. */
  readonly p99: number;
}

function outcome(journeys: readonly Journey[]): Outcome {
  const after = journeys.filter(({ sentAt }) => sentAt >= RETURN_AT && sentAt < RETURN_AT + HERD_MS);
  const shares = VICTIMS.map((id) => after.filter(({ endpointId }) => endpointId === id).length / after.length);
  const between = journeys.filter(({ arrivedAt }) => arrivedAt >= DEATH_AT && arrivedAt < RETURN_AT);
  const first = between.map(({ firstTokenAt, arrivedAt }) => (firstTokenAt - arrivedAt) / 1000);
  return {
    failed: journeys.filter(({ fate }) => fate === "failed").length,
    cut: journeys.filter(({ fate }) => fate === "cut").length,
    retried: journeys.filter(({ failedOn }) => failedOn.length > 0).length,
    maxShare: Math.max(...shares),
    p99: percentile(
      first.filter((seconds) => !Number.isNaN(seconds)),
      0.99,
    ),
  };
}

function runOnce(parts: Parts, workload: Workload, policy: string, seed: number, perSecond: number): Outcome {
  const profiles = [parts.predictedProfile, ...createBaselineProfiles(randomFrom(seed), BLOCK_TOKENS)];
  const profile = profiles.find(({ name }) => name === policy);
  if (profile === undefined) throw new Error(`no profile called ${policy}`);
  const plan = { profile, endpoints: ENDPOINTS, cacheBlocks: ACTIVE_BLOCKS, gaugeMs: 50 };
  const run = new VirtualRun(parts, plan);
  run.clock.at(DEATH_AT, () => VICTIMS.forEach((id) => run.kill(id)));
  run.clock.at(RETURN_AT, () => VICTIMS.forEach((id) => run.revive(id)));
  return outcome(run.run(paced(workload(seed), perSecond)));
}

/** Two of eight endpoints die under load and come back: fleet, picker, retry budget and ejection as they ship. */
export const failover: Bench = {
  name: "failover",
  purpose:
    "two of eight endpoints die under load and come back: requests lost before their first token, herd on return",
  async run(report) {
    const parts = await loadParts();
    const workload = traceFrom(EXTRACT);
    const perSecond = LOAD * capacity(parts, workload(0), ACTIVE_BLOCKS);
    const [ours, theirs] = ["predicted-first-token", "least-request"].map((policy) =>
      SEEDS.map((seed) => runOnce(parts, workload, policy, seed, perSecond)),
    );
    const sum = (of: (one: Outcome) => number, outcomes = ours): number =>
      (outcomes ?? []).reduce((total, one) => total + of(one), 0);
    const most = (of: (one: Outcome) => number, outcomes = ours): number => Math.max(...(outcomes ?? []).map(of));
    const bench = "failover";
    const share = most(({ maxShare }) => maxShare);
    const peerShare = most(({ maxShare }) => maxShare, theirs);
    const peer = "least-request";
    report({ bench, metric: "failed_unstreamed", value: sum(({ failed }) => failed), unit: "requests", target: 0 });
    report({ bench, metric: "retried", value: sum(({ retried }) => retried), unit: "requests", target: null });
    report({ bench, metric: "cut_streams", value: sum(({ cut }) => cut), unit: "requests", target: null });
    report({
      bench,
      metric: "max_share_after_recovery",
      value: share,
      unit: "share",
      target: MOST_SHARE,
      peer,
      ratio: share / peerShare,
    });
    const p99 = most((one) => one.p99);
    report({
      bench,
      metric: "p99_ttft_s while two are gone",
      value: p99,
      unit: "s",
      target: null,
      peer,
      ratio: p99 / most((one) => one.p99, theirs),
    });
  },
};
