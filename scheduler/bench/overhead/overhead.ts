import { mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { median, type Bench, type Report } from "../result.ts";
import { notMeasured } from "../table.ts";
import { listeningPort, startChild } from "./child.ts";
import { giveProxyCore, leaveProxyCore, takeAllCores } from "./cores.ts";
import { startHaproxy } from "./haproxy.ts";
import { growth, openStreams } from "./memory.ts";
import { startNginx, startTunedNginx } from "./nginx.ts";
import { startPortkey } from "./portkey.ts";
import { asSubscription, startSocle, throughFullParser } from "./socle.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";
import { MODEL } from "./scripted-answer.ts";
import { asked, VARIANTS } from "./variants.ts";
import type { Variant } from "./variants.ts";
import { measure } from "./window.ts";
import type { Window } from "./window.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const UPSTREAM = fileURLToPath(new URL("./upstream.ts", import.meta.url));
const ROUNDS = 3;
const WINDOW_MS = 1_500;
/** Compiled code is reached after thousands of requests, not after a time. */
const WARM_UP = { durationMs: 10_000, requests: 30_000, connections: 64 };
const SMALL = { characters: 700, paceMs: 1 };
const LOAD_OF_LATENCY = 0.6;

const PEERS = [
  ["nginx", startNginx],
  ["nginx_tuned", startTunedNginx],
  ["haproxy", startHaproxy],
  ["portkey", startPortkey],
] as const;

/** A ratio that the targets speak of: who over whom, in which variant. */
const RATIOS = [
  { metric: "cpu_vs_nginx", variant: "burst64", peer: "nginx", target: 1.5 },
  { metric: "cpu_vs_nginx_tuned", variant: "burst64", peer: "nginx_tuned", target: null },
  { metric: "cpu_vs_haproxy", variant: "burst64", peer: "haproxy", target: null },
  { metric: "cpu_vs_portkey", variant: "burst64", peer: "portkey", target: 0.07 },
  { metric: "c256_cpu_vs_nginx", variant: "burst256", peer: "nginx", target: 1.5 },
  { metric: "large_cpu_vs_nginx", variant: "large64", peer: "nginx", target: null },
  { metric: "paced_cpu_vs_nginx", variant: "paced64", peer: "nginx", target: 1.7 },
  { metric: "c256_paced_cpu_vs_nginx", variant: "paced256", peer: "nginx", target: 1.7 },
] as const;

/** What each gateway adds to a streamed request of 50 chunks, side by side in one run. */
export const overhead: Bench = {
  name: "overhead",
  purpose: "CPU, time to first token and memory against nginx, haproxy, Portkey; --variant=NAME,…",
  async run(report) {
    const wanted = asked(process.argv);
    tell(report, "machine.load_average_before", loadavg()[0] ?? NaN, "");
    tell(report, "machine.proxy_has_own_core", leaveProxyCore() ? 1 : 0, "");
    const upstream = startChild(process.execPath, [UPSTREAM]);
    const subjects = new Map<string, Subject>();
    try {
      const port = await listeningPort(upstream);
      await startAll(subjects, port, report);
      const socle = subjects.get("socle");
      const direct = subjects.get("direct");
      // First of all: memory that another load had already taken would carry the streams for nothing.
      if (socle !== undefined && wanted.has("streams")) await openStreams(socle, report);
      const windows = new Map<string, Map<string, Window[]>>();
      for (const variant of VARIANTS.filter(({ name }) => wanted.has(name)))
        windows.set(variant.name, await interleaved(variant, subjects, report));
      ratios(windows, subjects, report);
      if (socle === undefined || direct === undefined) return;
      if (wanted.has("latency")) await latency(socle, direct, report);
      if (wanted.has("growth")) await growth(socle, report);
    } finally {
      const started = [...subjects.values()].filter(({ name }) => !name.startsWith("socle_"));
      for (const subject of started.reverse()) await subject.stop();
      await upstream.stop();
      takeAllCores();
    }
  },
};

async function startAll(subjects: Map<string, Subject>, port: number, report: Report): Promise<void> {
  const peers = resolve(ROOT, process.env.SOCLE_HOME ?? ".socle", "bench-peers");
  mkdirSync(peers, { recursive: true });
  const keep = (started: Subject | Absent): void => {
    if ("absent" in started) report(notMeasured("overhead", `against ${started.name}`, started.absent));
    else {
      giveProxyCore(started.pids);
      subjects.set(started.name, started);
    }
  };
  keep(direct(port));
  for (const [name, start] of PEERS) {
    const absent = (error: unknown): Absent => ({ name, absent: error instanceof Error ? error.message : "failed" });
    keep(await start(port, MODEL, peers).catch(absent));
  }
  keep(await startSocle(port, MODEL));
  const socle = subjects.get("socle");
  if (socle !== undefined) for (const way of [asSubscription, throughFullParser]) keep(way(socle));
  const { durationMs, requests, connections } = WARM_UP;
  for (const subject of [...subjects.values()]) {
    const load = (): Promise<Window> => measure(subject, SMALL, { closed: connections }, durationMs, requests);
    await unlessPeer(subject, subjects, report, load);
  }
}

function direct(port: number): Subject {
  const stop = (): Promise<void> => Promise.resolve();
  const path = "/v1/chat/completions";
  return { name: "direct", title: "direct", port, path, headers: JSON_HEADERS, model: MODEL, pids: [], stop };
}

/** A peer that fails under load is not measured any further; Socle and the model server itself must not fail. */
async function unlessPeer(
  subject: Subject,
  subjects: Map<string, Subject>,
  report: Report,
  load: () => Promise<Window>,
): Promise<Window | null> {
  if (!PEERS.some(([name]) => name === subject.name)) return load();
  try {
    return await load();
  } catch (error) {
    subjects.delete(subject.name);
    await subject.stop();
    report(notMeasured("overhead", `against ${subject.name}`, error instanceof Error ? error.message : "failed"));
    return null;
  }
}

/** Windows of all subjects in turn, so that what else the machine does falls on each alike. */
async function interleaved(
  variant: Variant,
  subjects: Map<string, Subject>,
  report: Report,
): Promise<Map<string, Window[]>> {
  const windows = new Map<string, Window[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of variant.subjects) {
      const subject = subjects.get(name);
      if (subject === undefined) continue;
      const load = (): Promise<Window> => measure(subject, variant, { closed: variant.connections }, WINDOW_MS);
      const window = await unlessPeer(subject, subjects, report, load);
      if (window !== null) windows.set(name, [...(windows.get(name) ?? []), window]);
    }
  for (const [name, seen] of windows) {
    tell(report, `${variant.name}.${name}.cpu`, cpuOf(seen), "µs/req");
    tell(report, `${variant.name}.${name}.rate`, median(seen.map((window) => window.requestsPerSecond)), "req/s");
  }
  const besides = (windows.get("socle") ?? []).map((window) => window.besidesPerRequest);
  tell(report, `${variant.name}.control_plane.cpu`, median(besides), "µs/req");
  return windows;
}

const cpuOf = (windows: readonly Window[] | undefined): number =>
  median((windows ?? []).map((window) => window.cpuPerRequest));

function ratios(
  windows: ReadonlyMap<string, ReadonlyMap<string, readonly Window[]>>,
  subjects: ReadonlyMap<string, Subject>,
  report: Report,
): void {
  for (const { metric, variant, peer, target } of RATIOS) {
    const value = cpuOf(windows.get(variant)?.get("socle")) / cpuOf(windows.get(variant)?.get(peer));
    const title = subjects.get(peer)?.title;
    if (!Number.isNaN(value))
      report({ bench: "overhead", metric, value, unit: "×", target, peer: title, ratio: value });
  }
  const inBursts = windows.get("burst64");
  for (const [metric, name, target] of [
    ["graphql_cpu_vs_rest", "socle_graphql", 1.6],
    ["node_http_cpu_vs_raw", "socle_node_http", null],
  ] as const) {
    const value = cpuOf(inBursts?.get(name)) / cpuOf(inBursts?.get("socle"));
    if (!Number.isNaN(value)) report({ bench: "overhead", metric, value, unit: "×", target });
  }
}

/** Time to first token at 60 % of what Socle sustains here, over calling the model server directly at the same rate. */
async function latency(socle: Subject, direct: Subject, report: Report): Promise<void> {
  const busy = await measure(socle, SMALL, { closed: 64 }, WINDOW_MS);
  const openPerSecond = busy.requestsPerSecond * LOAD_OF_LATENCY;
  const pairs: { readonly p50: number; readonly p99: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await measure(direct, SMALL, { openPerSecond }, 2_000);
    const through = await measure(socle, SMALL, { openPerSecond }, 2_000);
    pairs.push({
      p50: through.firstTokenP50 - bare.firstTokenP50,
      p99: through.firstTokenP99 - bare.firstTokenP99,
    });
  }
  const added = (read: (pair: (typeof pairs)[number]) => number): number => median(pairs.map(read));
  tell(report, "latency_rate", openPerSecond, "req/s");
  tell(
    report,
    "added_ttft_p50_ms",
    added(({ p50 }) => p50),
    "ms",
    0.5,
  );
  tell(
    report,
    "added_ttft_p99_ms",
    added(({ p99 }) => p99),
    "ms",
    5,
  );
}

function tell(report: Report, metric: string, value: number, unit: string, target: number | null = null): void {
  report({ bench: "overhead", metric, value, unit, target });
}
