import { configurationKey, type SpeedBand, type ThroughputProfile } from "./throughput-profile.js";
import { gpuKindOf, GPU_KINDS_VERSION } from "./gpu-kind.js";
import { kvBytesPerToken, MODEL_SHAPES_VERSION, modelShapeOf, weightsBytes } from "./model-shape.js";
import type { Configuration } from "./throughput-profile.js";

/** Part of the peak bandwidth that engines reach (aiconfigurator's derating). */
const BANDWIDTH_REACHED = 0.8;
/** Part of the peak FLOPS reached while reading prompts. */
const FLOPS_REACHED = 0.5;
const ENGINE_SEQUENCES = 256;

/** What an engine adds to a step whatever the number of GPUs: launching each layer and, on several, joining its parts. */
const LAYER_MS = 0.1;
/** What it adds for each sequence: picking its token, keeping its account. */
const SEQUENCE_MS = 0.03;

const ON_ONE: SpeedBand = { fast: 0.7, likely: 1.1, slow: 1.45 };
const ON_TWO: SpeedBand = { fast: 0.8, likely: 1.45, slow: 1.7 };
/** Measured on links between all GPUs and for few sequences only, 0.76 to 0.83: as slow as two over PCIe is not excluded. */
const ON_MORE: SpeedBand = { fast: 0.75, likely: 1.2, slow: 1.7 };

/**
 * What measured steps are against the computed one, for each number of GPUs that share a model: least, middle and most of
 * public load curves, which the spec holds with their sources. On one and two GPUs `likely` is their median; on more it
 * is the middle of the band.
 */
export const rooflineBand = (gpusPerReplica: number): SpeedBand =>
  gpusPerReplica === 1 ? ON_ONE : gpusPerReplica === 2 ? ON_TWO : ON_MORE;
const ROOFLINE_METHOD = "roofline/2";

/**
 * Bandwidth and FLOPS, and what engines add. α = weights ÷ (0.8·BW·TP) + 0.1·layers: each step reads the weights once (all
 * experts of a mixture, as a large batch does). β = kv·context ÷ (0.8·BW·TP) + 0.03: each sequence adds its keys and
 * values; its arithmetic hides behind the reading. δ = 2·active ÷ (0.5·FLOPS·TP): a prompt's token, while others of the
 * batch are also read. What is added is not shared by the GPUs, so that tensor parallelism gains less than its degree.
 * @param contextTokens mean tokens in memory of a running sequence
 * @returns null for an unknown model or GPU, or when weights leave no room in memory
 */
export function rooflineProfile(configuration: Configuration, contextTokens: number): ThroughputProfile | null {
  const gpu = gpuKindOf(configuration.gpu);
  const shape = modelShapeOf(configuration.model);
  if (gpu === null || shape === null) return null;
  const { gpusPerReplica, precision } = configuration;
  const weights = weightsBytes(shape, precision);
  if (weights >= gpusPerReplica * gpu.memoryGiB * 2 ** 30) return null;
  const bytesPerMs = BANDWIDTH_REACHED * gpu.bandwidthGBs * 1e6 * gpusPerReplica;
  const tflops = precision === "fp8" ? (gpu.fp8Tflops ?? gpu.bf16Tflops) : gpu.bf16Tflops;
  const kv = kvBytesPerToken(shape);
  return {
    key: configurationKey(configuration),
    version: 2,
    ...configuration,
    memoryGiB: gpu.memoryGiB,
    engine: null,
    times: {
      alphaMs: weights / bytesPerMs + LAYER_MS * shape.layers,
      betaMs: (kv * contextTokens) / bytesPerMs + SEQUENCE_MS,
      gammaMs: 0,
      deltaMs: (2 * shape.activeBillions * 1e9) / (FLOPS_REACHED * tflops * 1e9 * gpusPerReplica),
    },
    kvBytesPerToken: kv,
    weightsBytes: weights,
    maxSequences: ENGINE_SEQUENCES,
    band: rooflineBand(gpusPerReplica),
    source: {
      basis: "estimated",
      title: `bandwidth and FLOPS from ${GPU_KINDS_VERSION} and ${MODEL_SHAPES_VERSION}`,
      url: null,
      licence: "MIT",
      date: "2026-12-02",
    },
    method: ROOFLINE_METHOD,
  };
}
