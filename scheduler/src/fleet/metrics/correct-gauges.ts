import type { EngineGauges } from "./engine-gauges.js";

/** Gauges of a scrape with what this replica knew of its own requests at that moment. */
export interface ScrapedGauges {
  /** Monotonic milliseconds at which the answer came. */
  readonly at: number;
  readonly gauges: EngineGauges;
  /** Sequences this replica had ever given the endpoint, and had ever seen end there, at `at`. */
  readonly dispatched: number;
  readonly finished: number;
}

/** The load of an engine as it should be now; `null` is what its engine does not publish. */
export interface CorrectedLoad {
  readonly running: number | null;
  readonly waiting: number | null;
}

/**
 * The scraped counts brought up to now: gauge + own sequences dispatched since − own finished since, never less than
 * what this replica itself has there. A new sequence starts while the engine has places and nobody waits in it;
 * otherwise it waits, and an ended one lets a waiting one start. `places` is the number of sequences the engine runs at
 * once. Other replicas' requests since the scrape stay unknown: the error is bounded by what they sent in that time.
 */
export const correctLoad = (
  scraped: ScrapedGauges,
  dispatched: number,
  finished: number,
  places: number,
): CorrectedLoad => {
  const { running, waiting } = scraped.gauges;
  if (running === null && waiting === null) return { running: null, waiting: null };
  const own = dispatched - finished;
  const change = dispatched - scraped.dispatched - (finished - scraped.finished);
  const load = Math.max(0, own, (running ?? 0) + (waiting ?? 0) + change);
  if (running === null) return { running: null, waiting: load };
  if (waiting === null) return { running: load, waiting: null };
  const most = waiting > 0 ? running : Math.max(places, running);
  const runs = Math.min(load, most);
  return { running: runs, waiting: load - runs };
};
