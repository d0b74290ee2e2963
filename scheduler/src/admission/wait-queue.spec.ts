import { describe, expect, it } from "vitest";
import { createWaitQueue } from "./wait-queue.js";
import type { Waiter } from "./wait-queue.js";

const waiter = (
  log: string[],
  name: string,
  deployments: string[],
  outcome = (): ReturnType<Waiter["take"]> => "taken",
): Waiter => ({
  deployments,
  take(deploymentId) {
    const result = outcome();
    log.push(`${name} ${deploymentId} ${result}`);
    return result;
  },
});

describe("wait queue", () => {
  it("offers places in the order of arrival until one finds none", () => {
    const queue = createWaitQueue(9);
    const log: string[] = [];
    let places = 2;
    for (const name of ["a", "b", "c"]) {
      queue.join(waiter(log, name, ["d"], () => (places-- > 0 ? "taken" : "still_full")));
    }
    queue.wake("d");
    expect(log).toEqual(["a d taken", "b d taken", "c d still_full"]);
    expect(queue.length("d")).toBe(1);
  });

  it("passes over who no longer wants a place", () => {
    const queue = createWaitQueue(9);
    const log: string[] = [];
    queue.join(waiter(log, "a", ["d"], () => "gone"));
    queue.join(waiter(log, "b", ["d"]));
    queue.wake("d");
    expect(log).toEqual(["a d gone", "b d taken"]);
    expect(queue.isEmpty("d")).toBe(true);
  });

  it("takes a request that was served out of all its lines", () => {
    const queue = createWaitQueue(9);
    const log: string[] = [];
    queue.join(waiter(log, "a", ["d", "e"]));
    queue.wake("e");
    queue.wake("d");
    expect(log).toEqual(["a e taken"]);
  });

  it("is bounded, and tells positions", () => {
    const queue = createWaitQueue(2);
    const one = waiter([], "a", ["d"]);
    expect([queue.join(one), queue.join(waiter([], "b", ["d"])), queue.join(waiter([], "c", ["d"]))]).toEqual([
      1,
      2,
      null,
    ]);
    queue.leave(one);
    expect(queue.join(waiter([], "c", ["d"]))).toBe(2);
  });
});
