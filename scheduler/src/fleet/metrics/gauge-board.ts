import type { EndpointId } from "@socle/contracts";
import type { EndpointGauges } from "../../endpoint-picker/fleet-view.js";
import { correctLoad } from "./correct-gauges.js";
import type { CorrectedLoad, ScrapedGauges } from "./correct-gauges.js";

/** The last gauges of each endpoint: one entry an endpoint, dropped when it leaves the fleet. */
export interface GaugeBoard {
  put(endpointId: EndpointId, scraped: ScrapedGauges): void;
  /** Forgets endpoints that are not in `known`. */
  keepOnly(known: { has(endpointId: EndpointId): boolean }): void;
  /**
   * Gauges corrected by the sequences this replica has since given (`dispatched`) and seen end (`finished`), both counted
   * since the endpoint was known; `undefined` before its first scrape. Old gauges stay, with their time.
   */
  read(endpointId: EndpointId, dispatched: number, finished: number, places: number): EndpointGauges | undefined;
}

interface Entry {
  readonly scraped: ScrapedGauges;
  dispatched: number;
  finished: number;
  view: EndpointGauges | null;
}

const viewOf = ({ at, gauges }: ScrapedGauges, load: CorrectedLoad): EndpointGauges => ({
  at,
  engine: gauges.engine,
  running: load.running,
  waiting: load.waiting,
  kvUse: gauges.kvUse,
  prefixHitRatio: gauges.prefixHitRatio,
  kvTokens: gauges.blockSize === null || gauges.blocks === null ? null : gauges.blockSize * gauges.blocks,
  blockSize: gauges.blockSize,
  adapters: gauges.adapters,
});

export const createGaugeBoard = (): GaugeBoard => {
  const last = new Map<EndpointId, Entry>();
  return {
    put: (endpointId, scraped) => void last.set(endpointId, { scraped, dispatched: 0, finished: 0, view: null }),
    keepOnly(known) {
      for (const id of last.keys()) if (!known.has(id)) last.delete(id);
    },
    read(endpointId, dispatched, finished, places) {
      const entry = last.get(endpointId);
      if (entry === undefined) return undefined;
      // Many decisions look at an endpoint between two changes of its counts: they share one object.
      if (entry.view !== null && entry.dispatched === dispatched && entry.finished === finished) return entry.view;
      const { scraped } = entry;
      const load = correctLoad(scraped, dispatched, finished, scraped.gauges.places ?? places);
      entry.dispatched = dispatched;
      entry.finished = finished;
      entry.view = viewOf(scraped, load);
      return entry.view;
    },
  };
};
