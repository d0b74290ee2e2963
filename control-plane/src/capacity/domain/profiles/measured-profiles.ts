import { gpuKindOf } from "./gpu-kind.js";
import { kvBytesPerToken, modelShapeOf, weightsBytes } from "./model-shape.js";
import type { Source } from "./source.js";
import { bandWithin, configurationKey, type ThroughputProfile } from "./throughput-profile.js";

/** Straight lines through load curves that others measured, valid up to the batch given. */
interface Line {
  readonly model: string;
  readonly gpus: 1 | 2;
  readonly version: number;
  readonly alphaMs: number;
  readonly betaMs: number;
  readonly errorPct: number;
  readonly upTo: number;
  readonly source: Source;
}

// The repository names no licence: figures of its curves are quoted, nothing of its code or files is.
const INFRASCALE: Source = {
  basis: "measured",
  title: "etalab-ia/InfraScale, load curves on H100, line fitted to batches up to 200",
  url: "https://github.com/etalab-ia/InfraScale/tree/b46bfdb5",
  licence: "figures only",
  date: "2025-09-21",
};
const INFRASCALE_2: Source = {
  ...INFRASCALE,
  title:
    "etalab-ia/InfraScale, load curves on two H100 over PCIe: (end − first token) ÷ tokens at up to 200 requests at once",
};
const AUTOSCALER: Source = {
  basis: "published",
  title: "llm-d workload-variant-autoscaler, docs/tutorials/parameter-estimation.md",
  url: "https://github.com/llm-d-incubation/workload-variant-autoscaler/tree/56a651b0",
  licence: "Apache-2.0",
  date: "2026-08-23",
};

const LINES: readonly Line[] = [
  {
    model: "llama-3.1-8b",
    gpus: 1,
    version: 1,
    alphaMs: 6.973,
    betaMs: 0.02698,
    errorPct: 5,
    upTo: 64,
    source: AUTOSCALER,
  },
  {
    model: "llama-3.1-8b",
    gpus: 1,
    version: 2,
    alphaMs: 10.9,
    betaMs: 0.0266,
    errorPct: 4.1,
    upTo: 200,
    source: INFRASCALE,
  },
  {
    model: "qwen3-8b",
    gpus: 1,
    version: 1,
    alphaMs: 11.6,
    betaMs: 0.0289,
    errorPct: 4.7,
    upTo: 200,
    source: INFRASCALE,
  },
  {
    model: "mistral-small-3.2-24b",
    gpus: 1,
    version: 1,
    alphaMs: 28.4,
    betaMs: 0.0305,
    errorPct: 2.1,
    upTo: 200,
    source: INFRASCALE,
  },
  {
    model: "mistral-small-3.2-24b",
    gpus: 1,
    version: 2,
    alphaMs: 25,
    betaMs: 0.0525,
    errorPct: 10.6,
    upTo: 200,
    source: INFRASCALE,
  },
  {
    model: "llama-3.1-8b",
    gpus: 2,
    version: 1,
    alphaMs: 9.17,
    betaMs: 0.0582,
    errorPct: 1.7,
    upTo: 100,
    source: INFRASCALE_2,
  },
  {
    model: "mistral-small-3.2-24b",
    gpus: 2,
    version: 1,
    alphaMs: 19.3,
    betaMs: 0.0376,
    errorPct: 4.8,
    upTo: 200,
    source: INFRASCALE_2,
  },
];

/** Mean tokens in memory of a running sequence up to which these curves stand for what they measured: a few hundred. */
export const MEASURED_CONTEXT = 2048;

/** The curves do not tell prompts apart: 0.3 s for 24 billion parameters and 1,500 tokens, others in proportion. */
const prefillMs = (parametersBillions: number, gpus: number): number => (300 * parametersBillions) / 24 / gpus;

function profileOf({ model, gpus, version, alphaMs, betaMs, errorPct, upTo, source }: Line): ThroughputProfile[] {
  const shape = modelShapeOf(model);
  const gpu = gpuKindOf("H100-80GB");
  if (shape === null || gpu === null) return [];
  const configuration = { model, precision: "bf16", gpu: gpu.code, gpusPerReplica: gpus } as const;
  return [
    {
      key: configurationKey(configuration),
      version,
      ...configuration,
      memoryGiB: gpu.memoryGiB,
      engine: "vllm",
      times: { alphaMs, betaMs, gammaMs: prefillMs(shape.parametersBillions, gpus), deltaMs: 0 },
      kvBytesPerToken: kvBytesPerToken(shape),
      weightsBytes: weightsBytes(shape, "bf16"),
      maxSequences: upTo,
      band: bandWithin(errorPct),
      source,
      method: "least-squares/1",
    },
  ];
}

/** Profiles that Socle comes with; operators register their own beside them. */
export const MEASURED_PROFILES: readonly ThroughputProfile[] = LINES.flatMap(profileOf);
