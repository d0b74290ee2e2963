// A load generator in its own process: a LoadPlan as JSON on its input, a LoadReport as JSON on its output.
import { text } from "node:stream/consumers";
import type { LoadPlan, LoadReport } from "./plan.ts";
import { SseConnection } from "./sse-connection.ts";

const plan = JSON.parse(await text(process.stdin)) as LoadPlan;
const bytes = requestBytes(plan);
const idle: SseConnection[] = [];
const firstTokenMs: number[] = [];
let sent = 0;
let completed = 0;
let failed = 0;
let firstFailure: string | null = null;

function requestBytes({ host, port, path, headers, body }: LoadPlan): Buffer {
  const lines = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n${head}\r\n${body}`);
}

async function one(dueAt: number): Promise<void> {
  sent += 1;
  const connection = idle.pop() ?? new SseConnection(plan.host, plan.port, plan.endMark);
  const { failure, firstTokenAt } = await connection.send(bytes);
  idle.push(connection);
  if (failure === null) {
    completed += 1;
    firstTokenMs.push(firstTokenAt - dueAt);
  } else {
    failed += 1;
    firstFailure ??= failure;
  }
}

async function closed(connections: number, until: number): Promise<void> {
  const worker = async (): Promise<void> => {
    while (performance.now() < until && sent < plan.maxRequests && failed < 100) await one(performance.now());
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

async function open(perSecond: number, until: number): Promise<void> {
  let state = plan.seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  const under: Promise<void>[] = [];
  for (
    let due = performance.now();
    due < until && sent < plan.maxRequests;
    due -= (Math.log(random()) * 1000) / perSecond
  ) {
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait - 0.5));
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    under.push(one(due));
  }
  await Promise.all(under);
}

const start = performance.now();
const until = start + plan.durationMs;
if ("closed" in plan.mode) await closed(plan.mode.closed, until);
else await open(plan.mode.openPerSecond, until);
const report: LoadReport = { completed, failed, firstFailure, elapsedMs: performance.now() - start, firstTokenMs };
for (const connection of idle) connection.close();
process.stdout.write(JSON.stringify(report));
