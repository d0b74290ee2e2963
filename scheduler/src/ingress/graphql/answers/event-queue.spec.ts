import { describe, expect, it } from "vitest";
import { EventQueue } from "./event-queue.js";

function queue() {
  const told: string[] = [];
  const events = new EventQueue<number>();
  events.attach(
    { resume: () => void told.push("resume"), cancel: () => void told.push("cancel") },
    () => void told.push("released"),
  );
  return { events, told };
}

describe("EventQueue", () => {
  it("gives events in order, whoever comes first, then ends", async () => {
    const { events, told } = queue();
    const early = events.next();
    events.push(1);
    events.push(2);
    events.end();
    expect([await early, await events.next(), await events.next()]).toEqual([
      { done: false, value: 1 },
      { done: false, value: 2 },
      { done: true, value: undefined },
    ]);
    expect(told).toEqual(["released"]);
  });

  it("asks its source to pause when full, and to resume once when read empty", async () => {
    const { events, told } = queue();
    const answers = Array.from({ length: 70 }, (_, index) => events.push(index));
    expect(answers.indexOf(false)).toBe(63);
    for (let read = 0; read < 70; read++) await events.next();
    expect(told).toEqual(["resume"]);
    expect(events.push(1)).toBe(true);
  });

  it("cancels its source at once when left, even with a reader that waits", async () => {
    const { events, told } = queue();
    const waiting = events.next();
    await events.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(told).toEqual(["released", "cancel"]);
    await events.return();
    expect(told).toHaveLength(2);
  });

  it("does not cancel a source that has ended, and drops what comes after", async () => {
    const { events, told } = queue();
    events.push(1);
    events.end();
    await events.return();
    events.push(2);
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(told).toEqual(["released"]);
  });

  it("releases at once what is attached after the end", () => {
    const told: string[] = [];
    const events = new EventQueue<number>();
    events.end();
    events.attach({ resume: () => {}, cancel: () => void told.push("cancel") }, () => void told.push("released"));
    expect(told).toEqual(["released"]);
  });
});
