import { Duplex } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { aDeployment, InferenceScene, KEY } from "../builders/inference-scene.ts";
import { answering, tokenEvent } from "../fakes/model-server.ts";
import type { Script } from "../fakes/model-server.ts";

const READERS = 2_000;
/** What the model server would send each of them, in pieces of 16 kB. */
const OFFERED = 400_000;
const PIECE = tokenEvent("x".repeat(16_000));
/** What the scheduler may hold in its memory for one of them. */
const MAX_HELD = 200_000;
const ANSWER = answering(200, '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}');
const STREAM = { model: "model", stream: true, messages: [{ role: "user", content: "hi" }] };

/**
 * A caller's connection whose other side takes nothing. In the place of a socket, because the kernel would take
 * megabytes of each on behalf of a reader that does not read.
 */
class ShutConnection extends Duplex {
  /** The status line that it was sent. */
  status = "";

  constructor() {
    super();
    const text = JSON.stringify(STREAM);
    this.on("error", () => undefined);
    this.push(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\n` +
        `content-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
    );
  }

  override _read(): void {}
  /** Never says that it is done. */
  override _write(chunk: Buffer): void {
    this.status = chunk.toString("latin1").split("\r\n", 1)[0] ?? "";
  }
  setTimeout(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
}

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

it("2,000 slow readers hold their engines back, not the scheduler's memory; others are served meanwhile", async () => {
  const profile = { ...aDeployment().profile, maxSequences: 2 * READERS };
  const opened = await InferenceScene.start({
    servers: 4,
    limits: { callerStallMs: 30_000 },
    snapshot: (base) => ({ ...base, deployments: base.deployments.map((each) => ({ ...each, profile })) }),
  });
  scene = opened;
  let busy = 0;
  const slow: Script = ({ response }) => {
    busy += 1;
    response.once("close", () => (busy -= 1)).writeHead(200, { "content-type": "text/event-stream" });
    let written = 0;
    const pump = (): void => {
      while (written < OFFERED && !response.destroyed) {
        written += PIECE.length;
        if (!response.write(PIECE)) return void response.once("drain", pump);
      }
    };
    pump();
  };
  for (const server of opened.servers) server.play(slow);
  const readers = Array.from({ length: READERS }, () => new ShutConnection());
  for (const reader of readers) opened.front.server.emit("connection", reader);
  const held = (): number[] => readers.map((reader) => reader.writableLength);
  await expect.poll(() => Math.min(...held()), { timeout: 60_000 }).toBeGreaterThan(0);
  // By what they were sent, not by who is still there: on a loaded machine the first have stalled too long by now.
  expect([...new Set(readers.map(({ status }) => status))]).toEqual(["HTTP/1.1 200 OK"]);
  // Time for the rest of the answers to arrive, were it taken.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(Math.max(...held())).toBeLessThan(MAX_HELD);

  for (const server of opened.servers) server.play(ANSWER);
  expect((await opened.chat({ ...STREAM, stream: false })).status).toBe(200);

  // Who takes nothing for too long gives the engine's place back, and is metered.
  await expect.poll(() => opened.core.running(), { timeout: 60_000 }).toBe(0);
  await expect.poll(() => busy, { timeout: 30_000 }).toBe(0);
  const outcomes: string[] = [];
  await expect.poll(() => readOutcomes(opened, outcomes), { timeout: 30_000 }).toBe(READERS + 1);
  expect(outcomes.filter((outcome) => outcome === "cancelled")).toHaveLength(READERS);
});

/** Adds what was recorded since the last reading; returns how many there are. */
async function readOutcomes({ spool }: InferenceScene, outcomes: string[]): Promise<number> {
  const batch = await spool.next(10_000);
  const last = batch?.records.at(-1);
  outcomes.push(...(batch?.records ?? []).map(({ decision }) => decision.outcome));
  if (last !== undefined) await spool.acknowledge(last.epoch, last.sequence);
  return outcomes.length;
}
