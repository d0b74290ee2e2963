import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compiled, deployment } from "../../../test/builders/deployment.builder.js";
import { eventually } from "../../../test/fakes/eventually.js";
import { systemClock } from "../kernel/clock.js";
import { silentLogger } from "../kernel/logger.port.js";
import { createSlotShares } from "../kernel/slot-shares.js";
import { createSnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import { silentTelemetry } from "../kernel/telemetry.port.js";
import { createEndpointRoster } from "./endpoint-roster.js";
import { afterwards } from "./fleet-senses.js";
import { startFleet } from "./start-fleet.js";
import type { RunningFleet } from "./start-fleet.js";

let engine: Server;
let asked = 0;
let running: RunningFleet;

beforeEach(async () => {
  asked = 0;
  engine = createServer((_, response) => {
    asked += 1;
    response.end('vllm:num_requests_running{engine="0"} 5\nvllm:num_requests_waiting{engine="0"} 0\n');
  });
  await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await running.stop();
  engine.closeAllConnections();
  engine.close();
});

const start = async (scrapeIntervalMs: number) => {
  const roster = createEndpointRoster(createSnapshotHolder());
  roster.onSwap((snapshot) => running.fleet.follow(snapshot));
  const slots = createSlotShares({ now: () => systemClock.monotonic(), after: afterwards });
  slots.untold();
  running = await startFleet(
    { kubernetes: null, scrapeIntervalMs },
    {
      roster,
      telemetry: silentTelemetry,
      clock: systemClock,
      logger: silentLogger,
      probe: () => Promise.resolve(true),
      endpointKey: () => null,
      random: () => 0.5,
      slots,
    },
  );
  const url = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  const endpoints = [{ id: "e", url, apiKeyVariable: null, simulated: true }];
  roster.swap(compiled({ deployments: [deployment({ endpoints })] }));
  return { gauges: () => running.fleet.view(["deployment"])[0]?.gauges };
};

describe("a started fleet", () => {
  it("shows gauges in its views, brought up to now by its own requests", async () => {
    const { gauges } = await start(20);
    await eventually(() => expect(gauges()).toMatchObject({ engine: "vllm", running: 5, waiting: 0 }));
    const { at } = gauges() ?? { at: 0 };
    running.fleet.start("e", 3);
    expect(gauges()).toMatchObject({ running: 8 });
    running.fleet.finish("e", 3, "good");
    await eventually(() => expect(gauges()?.at).toBeGreaterThan(at));
    expect(gauges()).toMatchObject({ running: 5 });
    expect(running.clusters()).toEqual([]);
  });

  it("scrapes nobody when told so", async () => {
    const { gauges } = await start(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect({ asked, gauges: gauges() }).toEqual({ asked: 0, gauges: undefined });
  });
});
