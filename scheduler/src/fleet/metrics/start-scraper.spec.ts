import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { deployment } from "../../../../test/builders/deployment.builder.js";
import { snapshot } from "../../../../test/builders/snapshot.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { systemClock } from "../../kernel/clock.js";
import { createGaugeBoard } from "./gauge-board.js";
import { createHttpMetrics } from "./http-metrics.js";
import { startScraper } from "./start-scraper.js";
import type { ScrapeTarget } from "./start-scraper.js";

type Page = (response: ServerResponse) => void;

const ends: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const serve = async (pages: Record<string, Page>): Promise<{ url: string; asked: string[]; server: Server }> => {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url ?? "");
    const page = pages[url ?? ""];
    if (page === undefined) response.writeHead(404).end();
    else page(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
};

const scene = (url: string, over: Partial<ScrapeTarget> = {}) => {
  const pool = snapshot().pools[0];
  if (pool === undefined) throw new Error("unexpected");
  const placed = {
    endpoint: { id: "e", url, apiKeyVariable: "ENGINE_KEY", simulated: true },
    deployment: deployment(),
    pool,
  };
  const target = { placed, engine: null, dispatched: 3, finished: 1, ...over };
  const targets = new Map<string, ScrapeTarget>([["e", target]]);
  const http = createHttpMetrics({ timeoutMs: 500, maxBytes: 4096, endpointKey: () => "key-of-the-engine" });
  const board = createGaugeBoard();
  const scraper = startScraper({
    targets: () => [...targets.values()],
    target: (id) => targets.get(id),
    read: http.read,
    board,
    clock: systemClock,
    random: () => 0.5,
    intervalMs: 20,
  });
  ends.push(
    () => scraper.stop(),
    () => http.close(),
  );
  return { board, targets, gauges: () => board.read("e", 3, 1, 64) };
};

describe("the scraper", () => {
  it("keeps an endpoint's gauges fresh, and drops them with it", async () => {
    let running = 1;
    const { url } = await serve({ "/metrics": (response) => response.end(`vllm:num_requests_running ${running++}\n`) });
    const { gauges, targets } = scene(url);
    await eventually(() => expect(gauges()?.running).toBeGreaterThan(3));
    targets.clear();
    await eventually(() => expect(gauges()).toBeUndefined());
  });

  it("keeps the last gauges with their time while an engine does not answer", async () => {
    let silent = false;
    const page: Page = (response) => (silent ? undefined : response.end("vllm:num_requests_running 5\n"));
    const { url, asked } = await serve({ "/metrics": page });
    const { gauges } = scene(url);
    await eventually(() => expect(gauges()?.running).toBe(5));
    silent = true;
    const at = gauges()?.at;
    const before = asked.length;
    await eventually(() => expect(asked.length).toBeGreaterThan(before + 1));
    expect(gauges()).toMatchObject({ running: 5 });
    expect(gauges()?.at).toBeGreaterThanOrEqual(at ?? Infinity);
  });

  it("reads the slots of a llama.cpp without metrics, and its places once", async () => {
    const { url, asked } = await serve({
      "/metrics": (response) => response.writeHead(501).end(),
      "/props": (response) => response.end('{"total_slots": 2}'),
      "/slots": (response) => response.end('[{"is_processing":true},{"is_processing":false}]'),
    });
    const { gauges } = scene(url, { dispatched: 0, finished: 0 });
    await eventually(() => expect(gauges()).toMatchObject({ engine: "llama-cpp" }));
    await eventually(() => expect(asked.filter((path) => path === "/slots").length).toBeGreaterThan(2));
    expect(asked.filter((path) => path === "/props")).toHaveLength(1);
  });

  it("takes nothing from an answer that is too long, cut or no exposition", async () => {
    const pages: Page[] = [
      (response) => response.end("vllm:num_requests_running 1\n".repeat(1000)),
      (response) => response.end("vllm:num_requests_running 1"),
      (response) => response.end("<html></html>\n"),
      (response) => response.end("vllm:num_requests_running 2\n"),
    ];
    let turn = 0;
    const { url } = await serve({ "/metrics": (response) => pages[Math.min(turn++, 3)]?.(response) });
    const { gauges } = scene(url);
    await eventually(() => expect(turn).toBeGreaterThan(3));
    await eventually(() => expect(gauges()?.running).toBe(2));
  });
});
