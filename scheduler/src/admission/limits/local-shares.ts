import { LIMITS, type LimitDefinition } from "@socle/contracts";
import type { Ceiling } from "../budgets/ceilings-of.js";

const WINDOW_MS: Readonly<Record<LimitDefinition["window"], number>> = {
  always: Infinity,
  minute: 60_000,
  day: 86_400_000,
};

interface Window {
  /** Monotonic time. */
  readonly endsAt: number;
  used: number;
}

/** A part of a local window that a request holds. */
export interface LocalHold {
  readonly window: Window;
  readonly amount: number;
}

/**
 * Limits while the control plane is away: each replica counts alone against its equal share, in windows of its own
 * monotonic clock. One window a limit; a window that ended is replaced when it is next asked for.
 */
export interface LocalShares {
  /** `null` when the share is used up. `replicas` is the number last heard. */
  take(ceiling: Ceiling, amount: number, replicas: number, monotonicNow: number): LocalHold | null;
  /** Only `used` of the hold counts from now on. */
  settle(hold: LocalHold, used: number): void;
}

export const createLocalShares = (): LocalShares => {
  const windows = new Map<string, Window>();
  return {
    take(ceiling, amount, replicas, monotonicNow) {
      if (ceiling.kind === "budget") return { window: { endsAt: 0, used: 0 }, amount: 0 };
      let window = windows.get(ceiling.id);
      if (window === undefined || monotonicNow >= window.endsAt) {
        window = { endsAt: monotonicNow + WINDOW_MS[LIMITS[ceiling.kind].window], used: 0 };
        windows.set(ceiling.id, window);
      }
      // Rounded down, so that all shares together never exceed the limit.
      const share = Math.floor(ceiling.value / replicas);
      if (window.used + amount > share) return null;
      window.used += amount;
      return { window, amount };
    },
    settle(hold, used) {
      hold.window.used += used - hold.amount;
    },
  };
};
