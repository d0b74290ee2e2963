import type { LoadPlan, LoadReport } from "../load/plan.ts";
import { runLoad } from "../load/run-load.ts";
import { percentile } from "../result.ts";
import { cpuMicroseconds } from "./cpu-time.ts";
import type { Subject } from "./subject.ts";
import { chatBody } from "./variants.ts";
import type { Variant } from "./variants.ts";

const MAX_REQUESTS = 200_000;

export interface Window {
  readonly cpuPerRequest: number;
  readonly besidesPerRequest: number;
  readonly requestsPerSecond: number;
  readonly completed: number;
  readonly firstTokenP50: number;
  readonly firstTokenP99: number;
}

type Shape = Pick<Variant, "characters" | "paceMs">;

/** One window of load on one subject. Any answer that is not complete fails the bench. */
export async function measure(
  subject: Subject,
  shape: Shape,
  mode: LoadPlan["mode"],
  durationMs: number,
  maxRequests = MAX_REQUESTS,
): Promise<Window> {
  const { port, path, headers, model, endMark } = subject;
  const chat = chatBody(model, shape);
  const bodies = [JSON.stringify(subject.bodyOf?.(chat) ?? chat)];
  const plan = { host: "127.0.0.1", port, path, headers, bodies, durationMs, maxRequests, mode, seed: 1, endMark };
  const besides = subject.besides?.pids ?? [];
  const before = [cpuMicroseconds(subject.pids), cpuMicroseconds(besides)] as const;
  const load = await runLoad(plan);
  const after = [cpuMicroseconds(subject.pids), cpuMicroseconds(besides)] as const;
  check(subject, load);
  return {
    cpuPerRequest: (after[0] - before[0]) / load.completed,
    besidesPerRequest: (after[1] - before[1]) / load.completed,
    requestsPerSecond: (load.completed * 1000) / load.elapsedMs,
    completed: load.completed,
    firstTokenP50: percentile(load.firstTokenMs, 0.5),
    firstTokenP99: percentile(load.firstTokenMs, 0.99),
  };
}

function check({ name }: Subject, { failed, completed, firstFailure }: LoadReport): void {
  if (failed > 0) throw new Error(`${name}: ${failed} of ${failed + completed} failed: ${firstFailure ?? ""}`);
}
