import { mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LoadPlan, LoadReport } from "../load/plan.ts";
import { runLoad } from "../load/run-load.ts";
import { median, percentile, type Bench, type Report } from "../result.ts";
import { listeningPort, startChild } from "./child.ts";
import { cpuMicroseconds } from "./cpu-time.ts";
import { startNginx } from "./nginx.ts";
import { startPortkey } from "./portkey.ts";
import { startSocle } from "./socle.ts";
import { JSON_HEADERS, type Absent, type Subject } from "./subject.ts";
import { MODEL } from "./scripted-answer.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const UPSTREAM = fileURLToPath(new URL("./upstream.ts", import.meta.url));
const ROUNDS = 5;
const WINDOW_MS = 2000;
const CONNECTIONS = 64;
/** Below what the slowest subject sustains on one core, so that latency is not queueing in the proxy. */
const OPEN_PER_SECOND = 150;
const MAX_REQUESTS = 100_000;

interface Window {
  readonly cpuPerRequest: number;
  readonly besidesPerRequest: number;
  readonly requestsPerSecond: number;
  readonly firstTokenP50: number;
  readonly firstTokenP99: number;
}

/** What each gateway adds to a streamed request of 1 kB and 50 chunks, side by side in one run. */
export const overhead: Bench = {
  name: "overhead",
  purpose: "CPU per request and added time to first token: direct, nginx, Portkey, Socle with everything on",
  async run(report) {
    const loadBefore = loadavg()[0] ?? NaN;
    const upstream = startChild(process.execPath, [UPSTREAM]);
    const subjects: Subject[] = [];
    try {
      const port = await listeningPort(upstream);
      const peers = resolve(ROOT, process.env.SOCLE_HOME ?? ".socle", "bench-peers");
      mkdirSync(peers, { recursive: true });
      subjects.push(direct(port));
      for (const start of [startNginx, startPortkey, startSocle]) keep(subjects, await start(port, MODEL, peers));
      for (const subject of subjects) await measure(subject, 0, 500);
      const windows = new Map<Subject, Window[]>(subjects.map((subject) => [subject, []]));
      for (let round = 1; round <= ROUNDS; round += 1)
        for (const subject of subjects) windows.get(subject)?.push(await measure(subject, round, WINDOW_MS));
      tell(report, windows, loadBefore);
    } finally {
      for (const subject of subjects.reverse()) await subject.stop();
      await upstream.stop();
    }
  },
};

function direct(port: number): Subject {
  const stop = (): Promise<void> => Promise.resolve();
  const path = "/v1/chat/completions";
  return { name: "direct", title: "direct", port, path, headers: JSON_HEADERS, model: MODEL, pids: [], stop };
}

function keep(subjects: Subject[], started: Subject | Absent): void {
  if ("absent" in started) console.error(`overhead: ${started.name} is absent: ${started.absent}`);
  else subjects.push(started);
}

/** About 1 kB: a system message and a question. */
function bodyFor(model: string): string {
  const words = Array.from({ length: 170 }, (_, index) => `w${index % 90}`).join(" ");
  return JSON.stringify({
    model,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 50,
    messages: [
      { role: "system", content: "Answer in one paragraph." },
      { role: "user", content: words },
    ],
  });
}

/** One closed-loop window for CPU per request, then one open-loop window for time to first token. */
async function measure(subject: Subject, round: number, durationMs: number): Promise<Window> {
  const { port, path, headers, model } = subject;
  const plan = { host: "127.0.0.1", port, path, headers, body: bodyFor(model), durationMs, maxRequests: MAX_REQUESTS };
  const besides = subject.besides?.pids ?? [];
  const before = [cpuMicroseconds(subject.pids), cpuMicroseconds(besides)] as const;
  const busy = await checked(subject, { ...plan, mode: { closed: CONNECTIONS }, seed: round });
  const after = [cpuMicroseconds(subject.pids), cpuMicroseconds(besides)] as const;
  const calm = await checked(subject, { ...plan, mode: { openPerSecond: OPEN_PER_SECOND }, seed: round + 1 });
  return {
    cpuPerRequest: (after[0] - before[0]) / busy.completed,
    besidesPerRequest: (after[1] - before[1]) / busy.completed,
    requestsPerSecond: (busy.completed * 1000) / busy.elapsedMs,
    firstTokenP50: percentile(calm.firstTokenMs, 0.5),
    firstTokenP99: percentile(calm.firstTokenMs, 0.99),
  };
}

async function checked(subject: Subject, plan: LoadPlan): Promise<LoadReport> {
  const load = await runLoad(plan);
  if (load.failed > 0)
    throw new Error(
      `${subject.name}: ${load.failed} of ${load.failed + load.completed} failed: ${load.firstFailure ?? ""}`,
    );
  return load;
}

function tell(report: Report, windows: ReadonlyMap<Subject, readonly Window[]>, loadBefore: number): void {
  const middle = (subject: Subject, read: (window: Window) => number): number =>
    median((windows.get(subject) ?? []).map(read));
  const all = [...windows.keys()];
  const base = all.find(({ name }) => name === "direct") as Subject;
  const socle = all.find(({ name }) => name === "socle");
  const figures: readonly { metric: string; unit: string; of: (subject: Subject) => number }[] = [
    { metric: "cpu_per_request", unit: "µs", of: (subject) => middle(subject, (window) => window.cpuPerRequest) },
    ...(["firstTokenP50", "firstTokenP99"] as const).map((name) => ({
      metric: `added_first_token_${name === "firstTokenP50" ? "p50" : "p99"}`,
      unit: "ms",
      of: (subject: Subject) => middle(subject, (window) => window[name]) - middle(base, (window) => window[name]),
    })),
    {
      metric: "closed_loop_rate",
      unit: "req/s",
      of: (subject) => middle(subject, (window) => window.requestsPerSecond),
    },
  ];
  const one = (metric: string, value: number, unit: string): void =>
    report({ bench: "overhead", metric, value, unit, target: null });
  // Above one or two, other work had the machine and tails mean little; CPU per request still holds.
  one("machine.load_average_before", loadBefore, "");
  one(
    "direct.first_token_p50",
    middle(base, (window) => window.firstTokenP50),
    "ms",
  );
  one(
    "direct.first_token_p99",
    middle(base, (window) => window.firstTokenP99),
    "ms",
  );
  for (const { metric, unit, of } of figures) {
    for (const subject of all.filter(({ name }) => name !== "socle"))
      one(`${subject.name}.${metric}`, of(subject), unit);
    if (!socle) continue;
    const value = of(socle);
    one(`socle.${metric}`, value, unit);
    // A peer whose figure drowned in noise, or in the direct call's, has no ratio.
    for (const peer of all.filter((subject) => subject.pids.length > 0 && subject !== socle && of(subject) > 0))
      report({
        bench: "overhead",
        metric: `socle.${metric}`,
        value,
        unit,
        target: null,
        peer: peer.title,
        ratio: value / of(peer),
      });
  }
  if (socle?.besides)
    one(
      `socle.${socle.besides.name}_cpu_per_request`,
      middle(socle, (window) => window.besidesPerRequest),
      "µs",
    );
}
