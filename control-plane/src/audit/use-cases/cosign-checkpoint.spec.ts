import { describe, expect, it } from "vitest";
import {
  aWitness,
  cosignedAt,
  idsIn,
  logScene,
  publishedSize,
  record,
  signer,
} from "../../../../test/builders/log-scene.js";
import { checkpointText } from "../domain/note/checkpoint.js";
import { parseNote, printNote, signText } from "../domain/note/signed-note.js";
import { parseSubmission } from "../domain/witness/add-checkpoint.js";
import { LogDiverged, LogUnwitnessed } from "./log-stops.js";
import { Sequencer } from "./sequence-log.js";

describe("the witness", () => {
  it("cosigns each checkpoint that continues the last, also after the log forgot where it was", async () => {
    const { witness, memory } = aWitness();
    const { ports, queue, alarms } = logScene(witness);
    queue.put(...Array.from({ length: 5 }, (_, index) => record(index)));
    await (await Sequencer.open("governance", queue, ports)).step();
    queue.put(record(5), record(6));
    await (await Sequencer.open("governance", queue, ports)).step();
    expect(alarms).toEqual([]);
    expect(memory.get(signer.name)?.size).toBe(7);
  });

  it("ends a log that was begun again, and one that was put back: nothing is signed for readers", async () => {
    const { witness, memory } = aWitness();
    const first = logScene(witness);
    first.queue.put(record(1), record(2), record(3));
    await (await Sequencer.open("governance", first.queue, first.ports)).step();
    const fork = logScene(witness);
    fork.queue.put(record(1), record(9), record(3), record(4));
    await expect(Sequencer.open("governance", fork.queue, fork.ports)).rejects.toThrow(/cosigned 3 entries/u);
    expect([fork.alarms, publishedSize(fork.storage)]).toEqual([["witness_refused: it saw 3"], null]);
    expect(memory.get(signer.name)?.size).toBe(3);
  });

  it.each([
    ["a tree that does not go on from its own", { kind: "refused", status: 422 }, /do not go on from the tree/u],
    ["another tree of this size", { kind: "elsewhere", size: 2 }, /another tree of 2 entries/u],
    ["more entries", { kind: "elsewhere", size: 7 }, /cosigned 7 entries/u],
  ] as const)("stops a running log that it shows %s", async (_what, answer, why) => {
    const { witness } = aWitness();
    let forked = false;
    const asked = logScene({ cosign: (...args) => (forked ? Promise.resolve(answer) : witness.cosign(...args)) });
    const sequencer = await Sequencer.open("governance", asked.queue, asked.ports);
    asked.queue.put(record(1), record(2));
    forked = true;
    const step = sequencer.step();
    await expect(step).rejects.toBeInstanceOf(LogDiverged);
    await expect(step).rejects.toThrow(why);
    expect(publishedSize(asked.storage)).toBe(0);
  });

  it("that does not know the log's key refuses, with an alarm, and the log goes on unless it is required", async () => {
    const stranger = { cosign: () => Promise.resolve({ kind: "refused", status: 403 } as const) };
    for (const [witnessRequired, size] of [
      [false, 1],
      [true, null],
    ] as const) {
      const { ports, queue, storage, alarms } = logScene(stranger);
      queue.put(record(1));
      const sequencer = await Sequencer.open("governance", queue, { ...ports, witnessRequired });
      const step = sequencer.step();
      if (witnessRequired) await expect(step).rejects.toBeInstanceOf(LogUnwitnessed);
      else expect(await step).toBe(1);
      expect(publishedSize(storage)).toBe(size);
      expect(new Set(alarms)).toEqual(new Set(["witness_refused: status 403"]));
    }
  });

  it("cosigns a log without new entries anew; while it is down, the last cosignature stays", async () => {
    const scene = aWitness();
    let down = false;
    const { ports, queue, storage, alarms } = logScene({
      cosign: (...args) => (down ? Promise.reject(new Error("refused connection")) : scene.witness.cosign(...args)),
    });
    queue.put(record(1));
    const sequencer = await Sequencer.open("governance", queue, ports);
    await sequencer.step();
    const now = () => parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
    const { text } = now() ?? {};
    scene.now = new Date("2026-11-24T10:01:00Z");
    await sequencer.renew();
    expect([now()?.text, cosignedAt(storage, scene.signer)]).toEqual([text, scene.now]);
    const before = now();
    down = true;
    await sequencer.renew();
    expect(now()).toEqual(before);
    expect(alarms).toEqual(["witness_down: refused connection"]);
  });

  it("is heard before a log goes on after a start; later it does not stop the log while it is down", async () => {
    const { witness } = aWitness();
    let down = true;
    const { ports, queue, alarms, storage } = logScene({
      cosign: (...args) => (down ? Promise.reject(new Error("refused connection")) : witness.cosign(...args)),
    });
    queue.put(record(1));
    await expect(Sequencer.open("governance", queue, ports)).rejects.toBeInstanceOf(LogUnwitnessed);
    expect(publishedSize(storage)).toBeNull();
    down = false;
    const sequencer = await Sequencer.open("governance", queue, ports);
    down = true;
    expect(await sequencer.step()).toBe(1);
    expect(publishedSize(storage)).toBe(1);
    expect(new Set(alarms)).toEqual(new Set(["witness_down: refused connection"]));
  });

  it("holds the log up where it is required, and every entry is there when it is back", async () => {
    const { witness } = aWitness();
    let down = true;
    const { ports, queue, storage } = logScene({
      cosign: (...args) => (down ? Promise.reject(new Error("refused connection")) : witness.cosign(...args)),
    });
    const strict = { ...ports, witnessRequired: true };
    await expect(Sequencer.open("governance", queue, strict)).rejects.toBeInstanceOf(LogUnwitnessed);
    expect(publishedSize(storage)).toBeNull();
    down = false;
    const sequencer = await Sequencer.open("governance", queue, strict);
    queue.put(record(1));
    down = true;
    await expect(sequencer.step()).rejects.toBeInstanceOf(LogUnwitnessed);
    expect(publishedSize(storage)).toBe(0);
    queue.put(record(2));
    down = false;
    while ((await sequencer.step()) > 0);
    expect(idsIn(storage, "tile/entries/000.p/2")).toEqual(["event-1", "event-2"]);
  });

  it("goes on when the clock of records goes back: what it compares is the tree", async () => {
    const { witness, memory } = aWitness();
    const { ports, queue, alarms } = logScene(witness);
    for (const number of [1, 2, 3]) {
      const at = `2026-11-2${String(5 - number)}T10:00:00Z`;
      queue.put({ ...record(number), source: { ...record(number).source, at } });
      await (await Sequencer.open("governance", queue, ports)).step();
    }
    expect([alarms, memory.get(signer.name)?.size]).toEqual([[], 3]);
  });

  it("never cosigns with an earlier time: a step of its clock waits, a clock that is wrong gives no signature", async () => {
    const scene = aWitness();
    const { ports, queue, storage, alarms } = logScene(scene.witness);
    const sequencer = await Sequencer.open("governance", queue, ports);
    const at = scene.now;
    const stepAt = async (seconds: number, number: number): Promise<Date | null> => {
      scene.now = new Date(at.getTime() + seconds * 1000);
      queue.put(record(number));
      await sequencer.step();
      return cosignedAt(storage, scene.signer);
    };
    expect(await stepAt(-30, 1)).toEqual(at);
    expect(await stepAt(-3600, 2)).toBeNull();
    expect(alarms).toEqual([expect.stringMatching(/^witness_down: .*clock is behind/u)]);
    expect(await stepAt(10, 3)).toEqual(new Date(at.getTime() + 10_000));
    expect(publishedSize(storage)).toBe(3);
  });

  it("answers as the protocol says", async () => {
    const { witness } = aWitness();
    expect(await witness.cosign(0, [], "nonsense")).toEqual({ kind: "refused", status: 400 });
    const { ports, queue, storage } = logScene();
    queue.put(record(1));
    await (await Sequencer.open("governance", queue, ports)).step();
    const note = Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString();
    expect(await witness.cosign(5, [], note)).toEqual({ kind: "refused", status: 400 });
    expect(await witness.cosign(1, [], note)).toEqual({ kind: "elsewhere", size: 0 });
    expect(await witness.cosign(0, [new Uint8Array(32)], note)).toEqual({ kind: "refused", status: 422 });
    expect(await witness.cosign(0, [], note.replace("governance", "inference"))).toEqual({
      kind: "refused",
      status: 404,
    });
    expect(await witness.cosign(0, [], note.replace("\n1\n", "\n2\n"))).toEqual({ kind: "refused", status: 403 });
    expect(await witness.cosign(0, [], note)).toMatchObject({ kind: "cosigned" });
    expect(await witness.cosign(1, [], note)).toMatchObject({ kind: "cosigned" });
    const other = checkpointText({ origin: signer.name, size: 1, root: new Uint8Array(32) });
    const forked = printNote({ text: other, signatures: [signText(signer, other)] });
    expect(await witness.cosign(1, [], forked)).toEqual({ kind: "elsewhere", size: 1 });
    expect(parseSubmission("old 01\n\nx")).toBeNull();
  });
});
