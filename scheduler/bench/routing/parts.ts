import type * as EngineModule from "../../engine-simulator/engine/engine.js";
import type * as DriverModule from "../../engine-simulator/drivers/engine-driver.js";
import type * as ClockModule from "../../engine-simulator/drivers/virtual-clock.js";
import type * as Retries from "../../src/dispatch/retry-budget.js";
import type * as Pick from "../../src/endpoint-picker/pick-endpoint.js";
import type * as Predicted from "../../src/endpoint-picker/predicted-profile.js";
import type * as AwaitedModule from "../../src/endpoint-picker/hold-rule/awaited.js";
import type * as IndexModule from "../../src/endpoint-picker/prefix-index/prefix-index.js";
import type * as FleetModule from "../../src/fleet/fleet.js";
import type * as Board from "../../src/fleet/metrics/gauge-board.js";
import type * as PlacementModule from "../../src/placement/placement.js";
import type * as PlacementQueue from "../../src/placement/placement-queue.js";
import type * as Telemetry from "../../src/kernel/telemetry.port.js";
import { compiled } from "../micro/measure.ts";

/** The compiled parts of the scheduler and of the engine model that a virtual run is made of. */
export async function loadParts() {
  const [retries, engine, driver, clock, pick, predicted, awaited, index, placement, queue, fleet, board, telemetry] =
    await Promise.all([
      compiled<typeof Retries>("dispatch/retry-budget.js"),
      compiled<typeof EngineModule>("../engine-simulator/engine/engine.js"),
      compiled<typeof DriverModule>("../engine-simulator/drivers/engine-driver.js"),
      compiled<typeof ClockModule>("../engine-simulator/drivers/virtual-clock.js"),
      compiled<typeof Pick>("endpoint-picker/pick-endpoint.js"),
      compiled<typeof Predicted>("endpoint-picker/predicted-profile.js"),
      compiled<typeof AwaitedModule>("endpoint-picker/hold-rule/awaited.js"),
      compiled<typeof IndexModule>("endpoint-picker/prefix-index/prefix-index.js"),
      compiled<typeof PlacementModule>("placement/placement.js"),
      compiled<typeof PlacementQueue>("placement/placement-queue.js"),
      compiled<typeof FleetModule>("fleet/fleet.js"),
      compiled<typeof Board>("fleet/metrics/gauge-board.js"),
      compiled<typeof Telemetry>("kernel/telemetry.port.js"),
    ]);
  return {
    ...retries,
    ...engine,
    ...driver,
    ...clock,
    ...pick,
    ...predicted,
    ...awaited,
    ...index,
    ...placement,
    ...queue,
    ...fleet,
    ...board,
    ...telemetry,
  };
}

export type Parts = Awaited<ReturnType<typeof loadParts>>;
