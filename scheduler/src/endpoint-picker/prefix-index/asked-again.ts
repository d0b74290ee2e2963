/** Forgotten blocks remembered at most, a power of two: eight caches of the largest size that an endpoint is taken to have. */
const PLACES = 32_768;
/** What is left of the counts after each prompt: the last two hundred or so tell. */
const KEPT = 0.995;
/** Largest share that is believed: the sum below has no end at 1. */
const MOST_AGAIN = 0.8;

/**
 * Which of the blocks that no endpoint holds any more are asked for again, and so what writing a block costs: it makes a
 * cache forget another one.
 */
export class AskedAgain {
  /** Each at the place that its hash gives it; a later one there takes it. */
  private readonly forgotten = new Float64Array(PLACES).fill(NaN);
  private again = 0;
  private written = 0;

  /** The last endpoint that held the block holds it no more. */
  forget(hash: number): void {
    this.forgotten[hash & (PLACES - 1)] = hash;
  }

  /** A prompt is about to be written; `isHeld` tells of a block whether some endpoint holds it. */
  write(blocks: readonly number[], isHeld: (hash: number) => boolean): void {
    this.again *= KEPT;
    this.written *= KEPT;
    for (const hash of blocks) {
      if (isHeld(hash)) continue;
      const place = hash & (PLACES - 1);
      if (this.forgotten[place] !== hash) return;
      this.forgotten[place] = NaN;
      this.again += 1;
    }
  }

  /** A block is new to the endpoint that it is written to. */
  add(): void {
    this.written += 1;
  }

  /**
   * Blocks that will be computed again for each one that is written: with the share `r` of the forgotten that is asked for
   * again, `r + r² + … = r / (1 − r)`, since what is computed again makes a cache forget in turn. 0 while nothing is
   * forgotten.
   */
  cost(): number {
    if (this.written === 0) return 0;
    const share = Math.min(MOST_AGAIN, this.again / this.written);
    return share / (1 - share);
  }
}
