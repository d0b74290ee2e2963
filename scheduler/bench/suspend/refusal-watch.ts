import type { ReplicaProcess } from "../quota/replica-process.ts";
import { MODEL } from "./scene.ts";

const EVERY_MS = 15;
const MOST_MS = 20_000;
const BODY = JSON.stringify({ model: MODEL, max_tokens: 1, messages: [{ role: "user", content: "oui" }] });

interface Answer {
  readonly status: number;
  readonly code: string | null;
}

/** One chat request; the code is there when it was refused. */
export async function askOnce(replica: ReplicaProcess, key: string): Promise<Answer> {
  const response = await fetch(`${replica.url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: BODY,
  });
  const answer = (await response.json()) as { error?: { code?: string } };
  return { status: response.status, code: answer.error?.code ?? null };
}

/** Asks again and again, without waiting for answers, until one says that the use case is suspended; when that came. */
export function untilRefused(replica: ReplicaProcess, key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      askOnce(replica, key).then(
        ({ code }) => {
          if (code === "use_case.suspended") end(() => resolve(performance.now()));
        },
        (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
    }, EVERY_MS);
    const late = setTimeout(() => end(() => reject(new Error(`${replica.url} still serves`))), MOST_MS);
    function end(settle: () => void): void {
      clearInterval(timer);
      clearTimeout(late);
      settle();
    }
  });
}
