import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { startTelemetry } from "./telemetry.js";

describe("telemetry", () => {
  it("does nothing without an endpoint", async () => {
    const telemetry = await startTelemetry(null);
    telemetry.record("room.verb", {}, 0.1, false);
    await expect(telemetry.stop()).resolves.toBeUndefined();
  });

  it("sends what was recorded to the collector, at the latest when it stops", async () => {
    const received: { url: string | undefined; body: string }[] = [];
    const collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        received.push({ url: request.url, body: Buffer.concat(chunks).toString("latin1") });
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
    const telemetry = await startTelemetry(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`);
    telemetry.record("registry.suspend-use-case", { "socle.outcome": "done" }, 0.1, false);
    await telemetry.stop();
    collector.close();
    expect(received.map(({ url }) => url)).toEqual(["/v1/traces"]);
    expect(received[0]?.body).toContain("registry.suspend-use-case");
    expect(received[0]?.body).toContain("socle-control-plane");
  });
});
