import type { EndpointGauges, EndpointLoad } from "../../endpoint-picker/fleet-view.js";

/** Age at which gauges no longer say anything of other callers. */
const WORTHLESS_AFTER_MS = 10_000;

interface OwnKnowledge {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** KV tokens this scheduler had promised there when the gauges were scraped. */
  readonly ownAtScrape: number;
  /** Uncached tokens of a request, on average. */
  readonly meanUncached: number;
}

/**
 * Own account + what the gauges show beyond it, weighed by their age: sequences over the own ones are other callers', as
 * are those that wait over the own ones and memory over the own promises at the scrape. Gauges never lower the account,
 * so a late or wrong one costs nothing while this scheduler is the only caller.
 */
export const loadWithOthers = (
  own: EndpointLoad,
  gauges: EndpointGauges,
  { now, ownAtScrape, meanUncached }: OwnKnowledge,
): EndpointLoad => {
  const weight = Math.max(0, 1 - (now - gauges.at) / WORTHLESS_AFTER_MS);
  const sequences = Math.max(0, (gauges.running ?? 0) + (gauges.waiting ?? 0) - own.inFlight);
  const waiting = Math.min(sequences, gauges.waiting ?? 0);
  const held = (gauges.kvUse ?? 0) * (gauges.kvTokens ?? 0);
  return {
    ...own,
    inFlight: own.inFlight + weight * sequences,
    pendingTokens: own.pendingTokens + weight * waiting * meanUncached,
    reservedTokens: own.reservedTokens + weight * Math.max(0, held - ownAtScrape),
  };
};
