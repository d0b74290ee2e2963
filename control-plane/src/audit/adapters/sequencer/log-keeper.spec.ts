import { generateKeyPairSync } from "node:crypto";
import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryLogQueue } from "../../../../../test/fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../../../../../test/fakes/memory/audit/memory-log-storage.js";
import { systemClock } from "../../../kernel/clock.js";
import { createLogger } from "../../../platform/logging/logger.js";
import { monthlyPseudonym } from "../../domain/log-entry.js";
import { NOTE_TYPES, noteSigner } from "../../domain/note/note-key.js";
import { cosign, parseNote } from "../../domain/note/signed-note.js";
import { LogKeeper } from "./log-keeper.js";
import { LogMetrics } from "./log-metrics.js";

const key = () => generateKeyPairSync("ed25519").privateKey;
const signer = noteSigner("socle.example/governance", NOTE_TYPES.ed25519, key());
const witness = noteSigner("witness.example", NOTE_TYPES.cosignature, key());

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(() => vi.useRealTimers());

describe("a log that nothing is added to", () => {
  it("is cosigned anew each minute, and no more often", async () => {
    const times: number[] = [];
    const keeper = new LogKeeper("governance", {
      door: { enter: () => Promise.resolve({ queue: new MemoryLogQueue(), leave: () => Promise.resolve() }) },
      ports: {
        storage: new MemoryLogStorage(),
        ...{ signer, earlier: [], pseudonym: monthlyPseudonym(Buffer.from("secret")), witnessRequired: false },
        witness: {
          cosign: (_size, _proof, note) => {
            times.push(Date.now());
            const signature = cosign(witness, parseNote(note)?.text ?? "", new Date());
            return Promise.resolve({ kind: "cosigned", signatures: [signature] });
          },
        },
        alarm: () => undefined,
      },
      retentionMonths: null,
      announce: () => Promise.resolve(),
      metrics: new LogMetrics(new Registry()),
      logger: createLogger("silent"),
      clock: systemClock,
      stands: () => undefined,
    });
    keeper.start();
    await vi.advanceTimersByTimeAsync(300_500);
    await keeper.stop();
    const renewed = times.slice(1);
    expect(renewed).toHaveLength(6);
    for (const [at, time] of renewed.slice(1).entries()) expect(time - (renewed[at] ?? 0)).toBe(60_000);
  });
});
