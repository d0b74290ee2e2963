// A load generator in its own process: a LoadPlan as JSON on its input, a LoadReport as JSON on its output.
import { text } from "node:stream/consumers";
import type { Answer, LoadPlan, LoadReport } from "./plan.ts";
import { SseConnection } from "./sse-connection.ts";

const plan = JSON.parse(await text(process.stdin)) as LoadPlan;
const bytes = plan.bodies.map((body) => requestBytes(plan, body));
const idle: SseConnection[] = [];
const firstTokenMs: number[] = [];
const answers: Answer[] = [];
let streamingMs = 0;
let sent = 0;
let completed = 0;
let failed = 0;
let firstFailure: string | null = null;

function requestBytes({ host, port, path, headers }: LoadPlan, body: string): Buffer {
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n${head}\r\n${body}`);
}

/** One request; whether it was served whole. */
async function one(dueAt: number): Promise<boolean> {
  const number = sent;
  const request = bytes[number % bytes.length] ?? Buffer.alloc(0);
  sent += 1;
  const connection = idle.pop() ?? new SseConnection(plan.host, plan.port, plan.endMark);
  const { failure, firstTokenAt } = await connection.send(request);
  idle.push(connection);
  const now = performance.now();
  const from = start + (plan.warmUpMs ?? 0);
  if (failure === null) streamingMs += Math.max(0, Math.min(now, until) - Math.max(firstTokenAt, from));
  if (failure === null && plan.warmUpMs !== undefined && now <= until) {
    answers.push({ number, dueMs: dueAt - start, firstTokenMs: firstTokenAt - dueAt });
  }
  if (failure === null && plan.warmUpMs !== undefined && (now < from || now > until)) return true;
  if (failure === null) {
    completed += 1;
    firstTokenMs.push(firstTokenAt - dueAt);
    return true;
  }
  failed += 1;
  firstFailure ??= failure;
  return false;
}

async function closed(connections: number, until: number): Promise<void> {
  const worker = async (): Promise<void> => {
    while (performance.now() < until && sent < plan.maxRequests && (failed < 100 || plan.retryAfterMs !== undefined)) {
      if (await one(performance.now())) continue;
      if (plan.retryAfterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, plan.retryAfterMs));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

async function open(perSecond: number, until: number): Promise<void> {
  let state = plan.seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  const under: Promise<boolean>[] = [];
  for (
    let due = performance.now();
    due < until && sent < plan.maxRequests;
    due -= (Math.log(random()) * 1000) / perSecond
  ) {
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait - 0.5));
    while (performance.now() < due && plan.coarse !== true) await new Promise((resolve) => setImmediate(resolve));
    under.push(one(due));
  }
  await Promise.all(under);
}

const start = performance.now();
process.once("SIGTERM", finish);
const until = start + plan.durationMs;
if ("closed" in plan.mode) await closed(plan.mode.closed, until);
else await open(plan.mode.openPerSecond, until);
finish();

function finish(): void {
  const elapsedMs = plan.warmUpMs === undefined ? performance.now() - start : plan.durationMs - plan.warmUpMs;
  const report: LoadReport = { completed, failed, firstFailure, elapsedMs, streamingMs, firstTokenMs, answers };
  process.stdout.write(JSON.stringify(report), () => process.exit(0));
}
