import { randomFrom } from "../../../test/builders/random.ts";
import { percentile } from "../result.ts";
import { createBaselineProfiles } from "./baselines/baseline-profiles.ts";
import type { Parts } from "./parts.ts";
import { BLOCK_TOKENS } from "./scene.ts";
import { paced, type TraceRequest } from "./trace.ts";
import type { Workload } from "./workloads.ts";
import { VirtualRun, type Journey } from "./virtual-run.ts";

const ENDPOINTS = 8;
/** Share of requests, from the first, that warm the caches and are not counted. */
const WARM_UP = 0.1;
const GOOD_TTFT_MS = 2_000;

/** One policy under one load with one seed. */
export interface Cell {
  /** Name of a workload, or a file in Mooncake's format. */
  readonly workload: string;
  readonly policy: string;
  readonly cacheBlocks: number;
  readonly perSecond: number;
  readonly seed: number;
  readonly gaugeMs: number;
}

export interface CellResult {
  readonly p50: number;
  readonly p99: number;
  /** Share of requests with a first token within 2 s. */
  readonly goodput: number;
  /** Share of prompt tokens that came from a cache. */
  readonly hits: number;
  /** 99th percentile of a request's mean time between tokens, in milliseconds. */
  readonly tokenP99: number;
}

function profileNamed(parts: Parts, name: string, seed: number) {
  const profiles = [parts.predictedProfile, ...createBaselineProfiles(randomFrom(seed + 1_000), BLOCK_TOKENS)];
  const profile = profiles.find((candidate) => candidate.name === name);
  if (profile === undefined) throw new Error(`no profile called ${name}`);
  return profile;
}

function measured(journeys: readonly Journey[]): CellResult {
  const counted = journeys.slice(Math.floor(journeys.length * WARM_UP));
  const first = counted.map(({ firstTokenAt, arrivedAt }) => firstTokenAt - arrivedAt);
  const between = counted
    .filter(({ request }) => request.outputTokens > 1)
    .map(({ request, finishedAt, firstTokenAt }) => (finishedAt - firstTokenAt) / (request.outputTokens - 1));
  const prompt = counted.reduce((sum, { request }) => sum + request.inputTokens, 0);
  return {
    p50: percentile(first, 0.5) / 1000,
    p99: percentile(first, 0.99) / 1000,
    goodput: first.filter((ms) => ms < GOOD_TTFT_MS).length / first.length,
    hits: counted.reduce((sum, { cachedTokens }) => sum + cachedTokens, 0) / prompt,
    tokenP99: percentile(between, 0.99),
  };
}

export function runCell(parts: Parts, workload: Workload, cell: Cell): CellResult {
  const profile = profileNamed(parts, cell.policy, cell.seed);
  const { cacheBlocks, gaugeMs, seed, perSecond } = cell;
  const run = new VirtualRun(parts, { profile, endpoints: ENDPOINTS, cacheBlocks, gaugeMs });
  return measured(run.run(paced(workload(seed), perSecond)));
}

/** Requests a second that round robin gets through when all are there at once. */
export function capacity(parts: Parts, trace: readonly TraceRequest[], cacheBlocks: number): number {
  const profile = profileNamed(parts, "round-robin", 0);
  const plan = { profile, endpoints: ENDPOINTS, cacheBlocks, gaugeMs: Infinity };
  const journeys = new VirtualRun(parts, plan).run(trace.map((request) => ({ ...request, at: 0 })));
  return (trace.length / Math.max(...journeys.map(({ finishedAt }) => finishedAt))) * 1000;
}
