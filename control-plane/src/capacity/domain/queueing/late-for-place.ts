import type { DecodingLoad } from "./decoding-load.js";
import { countReaches, decayOf, waitsLonger } from "./queue-tail.js";

/** A line that drains takes longer to leave than places alone would say: share of arrivals that wait, against unlimited places. */
const LINE = 1.1;
/** Part of the decay of constant services that waits show: prompts that are read come between. */
const SLOWED = 0.85;
/** Departures that an arrival waits for before the tail of its wait begins, with many places. */
const BEFORE_TAIL = 1.2;

/**
 * Probability that a request waits for a place longer than `waitMs`. One place is M/D/1. Of several, all are taken with the
 * probability q of a negative binomial; then the wait falls as exp(−(1 − ρ)·μ·t) at first, as exp(−0.85·x·(μ·t − 1.2)) later
 * (`decayOf`). The three numbers were fitted to runs of the engine simulator (ADR 0037).
 * @param perMs requests per millisecond
 * @param mostPerMs those of the saturated engine
 */
export function lateForPlace(
  load: DecodingLoad,
  places: number,
  perMs: number,
  mostPerMs: number,
  waitMs: number,
): number {
  if (waitMs < 0) return 1;
  const occupied = perMs / mostPerMs;
  const departures = waitMs * mostPerMs;
  if (places === 1) return waitsLonger(occupied, departures);
  const allTaken = Math.min(1, LINE * countReaches(places, load.places, load.placesVariance));
  const beforeTail = BEFORE_TAIL * (1 - 1 / places);
  const exponent = Math.max((1 - occupied) * departures, SLOWED * decayOf(occupied) * (departures - beforeTail));
  return allTaken * Math.exp(-exponent);
}
