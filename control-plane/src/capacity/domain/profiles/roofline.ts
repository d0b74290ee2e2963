import { configurationKey, type SpeedBand, type ThroughputProfile } from "./throughput-profile.js";
import { gpuKindOf, GPU_KINDS_VERSION } from "./gpu-kind.js";
import { kvBytesPerToken, MODEL_SHAPES_VERSION, modelShapeOf, weightsBytes } from "./model-shape.js";
import type { Configuration } from "./throughput-profile.js";

/** Part of the peak bandwidth that engines reach (aiconfigurator's derating). */
const BANDWIDTH_REACHED = 0.8;
/** Part of the peak FLOPS reached while reading prompts. */
const FLOPS_REACHED = 0.5;
const ENGINE_SEQUENCES = 256;

/**
 * What measured curves are against this bound: 1.2 to 1.91 times it, half of them under 1.6 (the curves of
 * `measured-profiles.ts`; a published point on H200 meets the bound itself). The spec recomputes them.
 */
export const ROOFLINE_BAND: SpeedBand = { fast: 1, likely: 1.6, slow: 2 };
const ROOFLINE_METHOD = "roofline/1";

/**
 * Bound by memory bandwidth and FLOPS. α = weights ÷ (0.8·BW·TP): each step reads the weights once (all experts of a
 * mixture, as a large batch does). β = kv·context ÷ (0.8·BW·TP): each sequence adds its keys and values; its arithmetic
 * hides behind the reading. δ = 2·active ÷ (0.5·FLOPS·TP): a prompt's token, while others of
 * the batch are also read.
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
  const arithmeticMs = (2 * shape.activeBillions * 1e9) / (FLOPS_REACHED * tflops * 1e9 * gpusPerReplica);
  const kv = kvBytesPerToken(shape);
  return {
    key: configurationKey(configuration),
    version: 1,
    ...configuration,
    memoryGiB: gpu.memoryGiB,
    engine: null,
    times: {
      alphaMs: weights / bytesPerMs,
      betaMs: (kv * contextTokens) / bytesPerMs,
      gammaMs: 0,
      deltaMs: arithmeticMs,
    },
    kvBytesPerToken: kv,
    weightsBytes: weights,
    maxSequences: ENGINE_SEQUENCES,
    band: ROOFLINE_BAND,
    source: {
      basis: "estimated",
      title: `bound by bandwidth and FLOPS from ${GPU_KINDS_VERSION} and ${MODEL_SHAPES_VERSION}`,
      url: null,
      licence: "MIT",
      date: "2026-11-24",
    },
    method: ROOFLINE_METHOD,
  };
}
