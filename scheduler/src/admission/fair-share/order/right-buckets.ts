import { BORROWING, GUARANTEE, NOMINAL } from "./tiers.js";

/** GPU-seconds that a right accumulates at most, between the window's two bounds. */
const BURST_GPU_SECONDS = 1;
const SHORTEST_WINDOW_SECONDS = 1;
const LONGEST_WINDOW_SECONDS = 60;

/** Seconds over which a right of `gpus` evens out: 60 s for the smallest, 1 s from 1 GPU on, so that the burst is bounded. */
export const windowSeconds = (gpus: number): number =>
  gpus <= 0 ? 0 : Math.min(LONGEST_WINDOW_SECONDS, Math.max(SHORTEST_WINDOW_SECONDS, BURST_GPU_SECONDS / gpus));

/**
 * Token buckets of GPU-seconds, two a node: its guarantee and its nominal right, each refilled at the right's rate. A
 * node is within a right while the bucket holds anything; it may go below zero by what is in flight. Service that was
 * borrowed takes from neither: what the others left idle is not paid back. Time fills a bucket to its brim; what a
 * correction gives back was taken from it, and may stand above.
 */
export class RightBuckets {
  private readonly rates: Float64Array;
  private readonly caps: Float64Array;
  private readonly levels: Float64Array;
  private readonly filledAt: Float64Array;

  /** Rights in GPUs, by node; `now` in monotonic milliseconds. Buckets start full. */
  constructor(guarantees: ArrayLike<number>, nominals: ArrayLike<number>, now: number) {
    const size = nominals.length;
    this.rates = new Float64Array(2 * size);
    for (let n = 0; n < size; n += 1) {
      this.rates[2 * n] = guarantees[n] ?? 0;
      this.rates[2 * n + 1] = nominals[n] ?? 0;
    }
    this.caps = this.rates.map((rate) => rate * windowSeconds(rate));
    this.levels = this.caps.slice();
    this.filledAt = new Float64Array(2 * size).fill(now);
  }

  /** Tier of a node at a moment. O(1). */
  tierOf(node: number, now: number): number {
    if (this.refilled(2 * node, now) > 0) return GUARANTEE;
    return this.refilled(2 * node + 1, now) > 0 ? NOMINAL : BORROWING;
  }

  /** Milliseconds until a node is within its nominal right: 0 when it is, `Infinity` without one. O(1). */
  msUntilRight(node: number, now: number): number {
    return this.tierOf(node, now) < BORROWING ? 0 : this.msUntilFilled(2 * node + 1);
  }

  /** The same for the part that is never lent. */
  msUntilGuarantee(node: number, now: number): number {
    return this.tierOf(node, now) === GUARANTEE ? 0 : this.msUntilFilled(2 * node);
  }

  private msUntilFilled(at: number): number {
    const rate = this.rates[at] ?? 0;
    return rate === 0 ? Infinity : 1 - (1000 * (this.levels[at] ?? 0)) / rate;
  }

  /** Takes GPU-seconds that were (or, negative, were not) used in a tier: from its right and from the wider one. */
  take(node: number, tier: number, gpuSeconds: number): void {
    if (tier >= BORROWING) return;
    this.lower(2 * node + 1, gpuSeconds);
    if (tier === GUARANTEE) this.lower(2 * node, gpuSeconds);
  }

  /** GPUs of the nominal right. */
  rightOf(node: number): number {
    return this.rates[2 * node + 1] ?? 0;
  }

  guaranteeOf(node: number): number {
    return this.rates[2 * node] ?? 0;
  }

  /** Takes over what another set of buckets held for a node, as far as the new right allows. */
  inherit(node: number, other: RightBuckets, otherNode: number, now: number): void {
    for (const bucket of [0, 1]) {
      const at = 2 * node + bucket;
      if ((other.rates[2 * otherNode + bucket] ?? 0) === 0) continue;
      this.levels[at] = Math.min(this.caps[at] ?? 0, other.refilled(2 * otherNode + bucket, now));
    }
  }

  private refilled(at: number, now: number): number {
    const rate = this.rates[at] ?? 0;
    if (rate === 0) return 0;
    const since = now - (this.filledAt[at] ?? 0);
    const before = this.levels[at] ?? 0;
    const level = Math.max(before, Math.min(this.caps[at] ?? 0, before + (rate * since) / 1000));
    if (since > 0) {
      this.levels[at] = level;
      this.filledAt[at] = now;
    }
    return level;
  }

  private lower(at: number, gpuSeconds: number): void {
    this.levels[at] = (this.levels[at] ?? 0) - gpuSeconds;
  }
}
