import type * as Queues from "../../src/admission/fair-share/queue/fair-queues.js";
import type { FairQueues } from "../../src/admission/fair-share/queue/fair-queues.port.js";
import type { Grant, Waiter } from "../../src/admission/fair-share/queue/waiter.js";
import { compiled } from "../micro/measure.ts";
import { SEQUENCES, snapshotOf } from "./scene.ts";

export interface Place {
  readonly endpoint: { readonly deploymentId: string; readonly index: number };
}

/** An order of waiting requests under test. */
export type Order = Pick<FairQueues<Place>, "join" | "wake" | "progress" | "vacate" | "settle">;

export interface OrderParts {
  readonly rights: number;
  readonly now: () => number;
  readonly endpoints: number;
  readonly running: () => number;
}

const queuesOver = async ({ rights, now, endpoints, running }: OrderParts, flat: boolean): Promise<Order> => {
  const { createFairQueues } = await compiled<typeof Queues>("admission/fair-share/queue/fair-queues.js");
  const sequences = endpoints * SEQUENCES;
  const roomOf = () => ({ endpoints, sequences, running: running(), free: Math.max(0, sequences - running()) });
  const queues = createFairQueues<Place>({
    limits: { maxWaitingRequests: 1e6, maxWaitingBytes: Infinity },
    now,
    roomOf,
  });
  queues.follow(snapshotOf(rights, flat));
  return queues;
};

/** What ships. */
export const socle = (parts: OrderParts): Promise<Order> => queuesOver(parts, false);

/** Service counters of teams that know no ministry and no right. */
export const flatVtc = (parts: OrderParts): Promise<Order> => queuesOver(parts, true);

/** First come, first served. */
export const fifo = (): Promise<Order> => {
  const line: Waiter<Place>[] = [];
  const none: Grant = {
    poolId: "pool",
    levels: [],
    charge: {
      ...{ leafId: "", deploymentId: "", sequences: 0, charged: 0, chargedAt: 0, occupied: 0, tiers: 0, leaf: 0 },
      ...{ gpus: 0, occupying: false, open: false },
    },
  };
  const wake = (): void => {
    for (let first = line[0]; first !== undefined; first = line[0]) {
      const choice = first.choose(["deployment"]);
      if (choice === null) return;
      line.shift();
      first.placed(choice, none);
    }
  };
  return Promise.resolve({
    join(waiter) {
      line.push(waiter);
      wake();
      return { kind: "waits", position: line.length, predictedWaitMs: 0 };
    },
    wake,
    progress: () => {},
    vacate: () => {},
    settle: () => {},
  });
};
