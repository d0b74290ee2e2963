import type { Source } from "./source.js";

/** A kind of GPU as a need is sized on it. Bandwidth and FLOPS are the maker's peaks, dense. */
export interface GpuKind {
  readonly code: string;
  readonly memoryGiB: number;
  readonly bandwidthGBs: number;
  readonly bf16Tflops: number;
  /** null: computes FP8 no faster than BF16. */
  readonly fp8Tflops: number | null;
  readonly watts: number;
  readonly source: Source;
}

const AICONFIGURATOR: Source = {
  basis: "published",
  title: "ai-dynamo/aiconfigurator, systems",
  url: "https://github.com/ai-dynamo/aiconfigurator/tree/095f58a5",
  licence: "Apache-2.0",
  date: "2026-08-23",
};

const kind = (
  code: string,
  [bandwidthGBs, memoryGiB, bf16Tflops, fp8Tflops, watts]: readonly [number, number, number, number | null, number],
): GpuKind => ({ code, memoryGiB, bandwidthGBs, bf16Tflops, fp8Tflops, watts, source: AICONFIGURATOR });

/** Version of the table; a report names it beside each figure that used it. */
export const GPU_KINDS_VERSION = "gpu-kinds/2026-11";

export const GPU_KINDS: readonly GpuKind[] = [
  kind("A100-80GB", [2039, 80, 312, null, 400]),
  kind("H100-80GB", [3350, 80, 989, 1978, 700]),
  kind("H200-141GB", [4800, 141, 989, 1978, 700]),
  kind("L40S-48GB", [864, 46, 362, 733, 350]),
  kind("B200-180GB", [7700, 180, 2250, 4500, 1000]),
];

const BY_CODE: ReadonlyMap<string, GpuKind> = new Map(GPU_KINDS.map((each) => [each.code, each]));

export const gpuKindOf = (code: string): GpuKind | null => BY_CODE.get(code) ?? null;
