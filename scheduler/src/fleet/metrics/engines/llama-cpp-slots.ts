import type { EngineGauges } from "../engine-gauges.js";
import { noGauges } from "../sample-reader.js";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `total_slots` of llama.cpp's `/props`: the sequences it runs at once. `null` when the answer is not what it should be. */
export const placesOfProps = (body: unknown): number | null => {
  const places = isRecord(body) ? body.total_slots : undefined;
  return typeof places === "number" && Number.isInteger(places) && places > 0 ? places : null;
};

/** Gauges from llama.cpp's `/slots`, for servers started without `--metrics`. What waits is not told there. */
export const gaugesOfSlots = (body: unknown): EngineGauges | null => {
  if (!Array.isArray(body) || !body.every(isRecord)) return null;
  const busy = body.filter((slot) => slot.is_processing === true || (typeof slot.state === "number" && slot.state > 0));
  return { ...noGauges("llama-cpp"), running: busy.length, places: body.length };
};
