import type { Clock } from "../kernel/clock.js";
import type { SlotShares } from "../kernel/slot-shares.js";
import type { GaugeBoard } from "./metrics/gauge-board.js";

/** What a fleet perceives besides its own calls. */
export interface FleetSenses {
  readonly clock: Pick<Clock, "monotonic">;
  readonly gauges?: Pick<GaugeBoard, "read">;
  /** Shares of endpoints among replicas; absent: all endpoints are this replica's alone. */
  readonly slots?: Pick<SlotShares, "limitOf" | "onChange">;
  /** Runs an action after some milliseconds. */
  readonly after?: (ms: number, action: () => void) => void;
}

/** Real time; keeps no process alive. */
export const afterwards = (ms: number, action: () => void): void => void setTimeout(action, ms).unref();
