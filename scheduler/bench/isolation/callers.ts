import { runLoad } from "../load/run-load.ts";
import type { LoadPlan, LoadReport } from "../load/plan.ts";
import { keyOf, LENGTHS, MODEL, type Ministry, type Use } from "./scene.ts";

export interface Caller {
  readonly ministry: Ministry;
  readonly use: Use;
  readonly mode: LoadPlan["mode"];
}

/** Retry-After of a refusal: who calls in a closed loop waits for it, as clients of the API do. */
const RETRY_AFTER_MS = 5_000;
/** Everybody has what is its share by then. */
export const WARM_UP_MS = 6_000;
const MOST_REQUESTS = 200_000;

/** One application's load on the scheduler, in a process of its own, for so long or until it is cut off. */
export function call(
  port: number,
  caller: Caller,
  seed: number,
  durationMs: number,
  cutOff?: AbortSignal,
): Promise<LoadReport> {
  const { ministry, use, mode } = caller;
  const bodies = LENGTHS.map((maxTokens) =>
    JSON.stringify({
      model: MODEL,
      stream: true,
      max_tokens: maxTokens,
      ignore_eos: true,
      messages: [{ role: "user", content: `Question de ${ministry}.` }],
    }),
  );
  const plan: LoadPlan = {
    host: "127.0.0.1",
    port,
    path: "/v1/chat/completions",
    headers: { "content-type": "application/json", authorization: `Bearer ${keyOf(ministry, use)}` },
    bodies,
    durationMs,
    maxRequests: MOST_REQUESTS,
    mode,
    retryAfterMs: RETRY_AFTER_MS,
    coarse: true,
    warmUpMs: WARM_UP_MS,
    seed,
  };
  return runLoad(plan, cutOff);
}
