import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import type { ReadMetrics } from "./endpoint-metrics.port.js";
import type { EngineGauges, EngineKind } from "./engine-gauges.js";
import { gaugesOfSlots, placesOfProps } from "./engines/llama-cpp-slots.js";
import { readEngine } from "./read-engine.js";

/** What is remembered of an endpoint from one scrape to the next. */
export interface ScrapeMemory {
  engine: EngineKind | null;
  /** llama.cpp's `total_slots`, which does not change while it runs. */
  places: number | null;
}

export type ScrapeResult =
  | { readonly ok: true; readonly gauges: EngineGauges }
  | { readonly ok: false; readonly problem: "no_answer" | "no_metrics" | "malformed" | "unknown_engine" };

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const readPlaces = async (read: ReadMetrics, placed: PlacedEndpoint): Promise<number | null> => {
  const props = await read(placed, "/props");
  return props.ok ? placesOfProps(json(props.text)) : null;
};

/** llama.cpp without `--metrics` answers 501 there and still tells its slots. */
const readSlots = async (read: ReadMetrics, placed: PlacedEndpoint, memory: ScrapeMemory): Promise<ScrapeResult> => {
  memory.places ??= await readPlaces(read, placed);
  if (memory.places === null) return { ok: false, problem: "no_metrics" };
  const slots = await read(placed, "/slots");
  const gauges = slots.ok ? gaugesOfSlots(json(slots.text)) : null;
  return gauges === null ? { ok: false, problem: "no_metrics" } : { ok: true, gauges };
};

/** One scrape of one endpoint: `/metrics`, and for llama.cpp what only its own pages tell. */
export const scrapeEndpoint = async (
  read: ReadMetrics,
  placed: PlacedEndpoint,
  memory: ScrapeMemory,
): Promise<ScrapeResult> => {
  const answer = await read(placed, "/metrics");
  if (!answer.ok) {
    if (answer.status === null) return { ok: false, problem: "no_answer" };
    const maybeLlama = memory.engine === null || memory.engine === "llama-cpp";
    return maybeLlama ? readSlots(read, placed, memory) : { ok: false, problem: "no_metrics" };
  }
  const reading = readEngine(answer.text, memory.engine);
  if (!reading.ok || reading.gauges.engine !== "llama-cpp") return reading;
  memory.places ??= await readPlaces(read, placed);
  return { ok: true, gauges: { ...reading.gauges, places: memory.places } };
};
