/** An engine of the simulator that runs requests of one shape; times in milliseconds. */
export interface OneShape {
  readonly alphaMs: number;
  readonly betaMs: number;
  readonly deltaMs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests at once, memory counted. */
  readonly places: number;
}

/** When requests have their first and their last token. */
export interface Passages {
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
}

/** Tokens that one step computes. */
export const STEP_TOKENS = 8192;

/**
 * What `replay` tells of the engine, some hundred times as fast where all requests are alike: they end in the order of their
 * first tokens, and steps that only decode are taken together. A spec holds the two equal.
 * @param arrivals ascending, in milliseconds
 */
export function passagesOf(engine: OneShape, arrivals: Float64Array): Passages {
  const { alphaMs, betaMs, deltaMs, inputTokens, outputTokens, places } = engine;
  const count = arrivals.length;
  const firstAt = new Float64Array(count);
  const lastAt = new Float64Array(count);
  const lastStep = new Float64Array(count);
  let now = 0;
  let step = 0;
  // Requests before these have been admitted, read, ended.
  let [admitted, read, ended] = [0, 0, 0];
  let unread = 0;
  const arrived = (request: number): boolean => request < count && (arrivals[request] ?? 0) <= now;
  const admits = (): boolean => admitted - ended < places && arrived(admitted);
  while (ended < count) {
    const decoding = read - ended;
    if (unread === 0 && !admits()) {
      const next = arrivals[admitted] ?? Infinity;
      if (decoding === 0) now = next;
      else {
        const each = alphaMs + betaMs * decoding;
        const untilEnd = (lastStep[ended] ?? 0) - step;
        const untilNext = admitted - ended < places ? Math.ceil((next - now) / each) : Infinity;
        const taken = Math.max(1, Math.min(untilEnd, untilNext));
        step += taken;
        now += taken * each;
        for (; ended < read && (lastStep[ended] ?? 0) <= step; ended += 1) lastAt[ended] = now;
      }
      continue;
    }
    let budget = STEP_TOKENS - decoding;
    let readBy = read;
    for (;;) {
      if (unread === 0) {
        if (budget === 0 || !admits()) break;
        admitted += 1;
        unread = inputTokens;
      }
      const tokens = Math.min(unread, budget);
      unread -= tokens;
      budget -= tokens;
      if (unread > 0) break;
      readBy += 1;
    }
    step += 1;
    now += alphaMs + betaMs * decoding + deltaMs * (STEP_TOKENS - decoding - budget);
    for (; ended < read && (lastStep[ended] ?? 0) <= step; ended += 1) lastAt[ended] = now;
    for (; read < readBy; read += 1) {
      firstAt[read] = now;
      lastStep[read] = step + outputTokens - 1;
    }
    if (outputTokens === 1) for (; ended < read; ended += 1) lastAt[ended] = now;
  }
  return { firstAt, lastAt };
}
