import type { Source } from "./source.js";

/** What of a model decides its memory and its speed. */
export interface ModelShape {
  /** Name in the registry of models. */
  readonly model: string;
  readonly parametersBillions: number;
  /** Read for one token; all of them unless it is a mixture of experts. */
  readonly activeBillions: number;
  readonly layers: number;
  /** Heads whose keys and values are kept: fewer than the query heads with grouped-query attention. */
  readonly kvHeads: number;
  readonly headDim: number;
  readonly source: Source;
}

/** Bytes of one number. */
export const PRECISION_BYTES = { bf16: 2, fp8: 1, int4: 0.5 } as const;
export type Precision = keyof typeof PRECISION_BYTES;
export const PRECISIONS = ["bf16", "fp8", "int4"] as const satisfies readonly Precision[];

/** Keys and values stay at 16 bits unless an engine is told otherwise. */
const KV_BYTES = 2;

/** Bytes of keys and values that one token keeps: 2 · layers · kvHeads · headDim · bytes. */
export const kvBytesPerToken = ({ layers, kvHeads, headDim }: ModelShape): number =>
  2 * layers * kvHeads * headDim * KV_BYTES;

export const weightsBytes = ({ parametersBillions }: ModelShape, precision: Precision): number =>
  parametersBillions * 1e9 * PRECISION_BYTES[precision];

const card = (repository: string, licence: string, date: string): Source => ({
  basis: "published",
  title: `${repository}, config.json`,
  url: `https://huggingface.co/${repository}`,
  licence,
  date,
});
const shape = (
  model: string,
  source: Source,
  [parametersBillions, activeBillions, layers, kvHeads, headDim]: readonly [number, number, number, number, number],
): ModelShape => ({ model, parametersBillions, activeBillions, layers, kvHeads, headDim, source });

const mistral24b = (model: string, repository: string, date: string): ModelShape =>
  shape(model, card(repository, "Apache-2.0", date), [24, 24, 40, 8, 128]);

/** Version of the table; a report names it beside each figure that used it. */
export const MODEL_SHAPES_VERSION = "model-shapes/2026-11";

export const MODEL_SHAPES: readonly ModelShape[] = [
  mistral24b("mistral-small-3.2-24b", "mistralai/Mistral-Small-3.2-24B-Instruct-2506", "2025-06-20"),
  mistral24b("magistral-small-24b", "mistralai/Magistral-Small-2506", "2025-06-10"),
  mistral24b("devstral-small-24b", "mistralai/Devstral-Small-2505", "2025-05-21"),
  shape("llama-3.1-8b", card("meta-llama/Llama-3.1-8B-Instruct", "Llama 3.1", "2024-07-23"), [8.03, 8.03, 32, 8, 128]),
  shape(
    "llama-3.3-70b",
    card("meta-llama/Llama-3.3-70B-Instruct", "Llama 3.3", "2024-12-06"),
    [70.6, 70.6, 80, 8, 128],
  ),
  shape("qwen3-8b", card("Qwen/Qwen3-8B", "Apache-2.0", "2025-04-28"), [8.2, 8.2, 36, 8, 128]),
  shape("qwen3-14b", card("Qwen/Qwen3-14B", "Apache-2.0", "2025-04-28"), [14.8, 14.8, 40, 8, 128]),
  shape("qwen3-32b", card("Qwen/Qwen3-32B", "Apache-2.0", "2025-04-28"), [32.8, 32.8, 64, 8, 128]),
  shape("qwen3-30b-a3b", card("Qwen/Qwen3-30B-A3B", "Apache-2.0", "2025-04-28"), [30.5, 3.3, 48, 4, 128]),
];

const BY_MODEL: ReadonlyMap<string, ModelShape> = new Map(MODEL_SHAPES.map((each) => [each.model, each]));

export const modelShapeOf = (model: string): ModelShape | null => BY_MODEL.get(model) ?? null;
