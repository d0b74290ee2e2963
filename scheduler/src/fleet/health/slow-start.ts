/** How long an endpoint that came back takes to full load, and the share it starts with. */
export const SLOW_START_MS = 10_000;
const FIRST_SHARE = 0.1;

/** Warmth of an endpoint, 0.1 to 1, rising evenly from `since`; times in monotonic milliseconds. */
export const warmthAt = (since: number, now: number): number =>
  Math.min(1, FIRST_SHARE + (1 - FIRST_SHARE) * Math.max(0, (now - since) / SLOW_START_MS));
