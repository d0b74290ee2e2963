import { Agent, request } from "node:http";
import { KEY, MODEL, MOST_OUTPUT } from "./scene.ts";

export interface Counts {
  answered: number;
  tokens: number;
  refused: number;
  broken: number;
  lastAnswerAt: number;
}

interface Target {
  readonly port: number;
}

/** Callers that each send one request after another to one replica, wherever it runs now. */
export class Callers {
  readonly counts: Counts = { answered: 0, tokens: 0, refused: 0, broken: 0, lastAnswerAt: Date.now() };
  private stopping = false;
  private readonly loops: Promise<void>[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: Infinity });

  start(target: Target, concurrency: number): void {
    for (let caller = 0; caller < concurrency; caller += 1) this.loops.push(this.loop(target));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.loops);
    this.agent.destroy();
  }

  private async loop(target: Target): Promise<void> {
    while (!this.stopping) {
      const outcome = await this.call(target.port);
      this.counts[outcome] += 1;
      // Refused callers come back as SDKs do, with a pause that is not the same for all.
      if (outcome !== "answered") await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
    }
  }

  private call(port: number): Promise<"answered" | "refused" | "broken"> {
    const body = JSON.stringify(randomRequest());
    return new Promise((resolve) => {
      const call = request(
        {
          port,
          host: "127.0.0.1",
          agent: this.agent,
          method: "POST",
          path: "/v1/chat/completions",
          headers: {
            authorization: `Bearer ${KEY}`,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          },
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("error", () => resolve("broken"));
          response.on("end", () => {
            if (response.statusCode === 429) return resolve("refused");
            if (response.statusCode !== 200) return resolve("broken");
            this.counts.tokens += tokensOf(Buffer.concat(pieces).toString());
            this.counts.lastAnswerAt = Date.now();
            resolve("answered");
          });
        },
      );
      call.on("error", () => resolve("broken"));
      call.end(body);
    });
  }
}

function randomRequest(): object {
  const content = "x".repeat(1 + Math.floor(Math.random() * 400));
  const own = { max_tokens: 1 + Math.floor(Math.random() * MOST_OUTPUT) };
  return { model: MODEL, messages: [{ role: "user", content }], ...(Math.random() < 0.5 ? own : {}) };
}

function tokensOf(text: string): number {
  const { usage } = JSON.parse(text) as { usage?: { total_tokens?: number } };
  return usage?.total_tokens ?? 0;
}
