import { vi } from "vitest";

/** Tries again until `check` no longer throws; gives a slow machine time, and costs a fast one nothing. */
export const eventually = (check: () => unknown): Promise<unknown> =>
  vi.waitFor(check, { timeout: 10_000, interval: 10 });
