import { beforeEach, describe, expect, it } from "vitest";
import type { PoolShareReportV1, PoolShareUpdateV1 } from "@socle/contracts";
import { leaseBlocks } from "../use-cases/lease-blocks.js";
import type { LeaseWorld } from "./lease-store.behaviour.js";

const NOON = new Date("2026-03-10T11:00:00Z");
const POOL = "0199a000-0000-7000-8000-0000000000f1";
const [DEPLOYMENT, ENDPOINT, MINISTRY] = ["deployment", "endpoint", "ministry"];
const SLOTS = 8;

interface Said {
  /** GPU-seconds borrowed so far. */
  readonly given?: number;
  readonly sequences?: number;
  readonly holds?: number;
}

const said = ({ given = 0, sequences = 0, holds = 0 }: Said): PoolShareReportV1 => ({
  poolId: POOL,
  given: [{ nodeId: MINISTRY, gpuSeconds: [0, 0, given], occupied: 1_000_000 }],
  demand: [{ deploymentId: DEPLOYMENT, nodeId: MINISTRY, sequences, right: 0, weight: 1 }],
  endpoints: [{ endpointId: ENDPOINT, deploymentId: DEPLOYMENT, slots: SLOTS, holds }],
});

/** What every store of the exchange must do, through lease calls. */
export function poolSharesBehaviour(adapter: string, makeWorld: () => Promise<LeaseWorld>): void {
  describe(`exchange between replicas on ${adapter}`, () => {
    let world: LeaseWorld;
    let seconds = 0;
    const calls = new Map<string, number>();
    beforeEach(async () => {
      world = await makeWorld();
      world.moveTo(NOON);
      seconds = 0;
      calls.clear();
    });

    const after = (more: number): void => {
      seconds += more;
      world.moveTo(new Date(NOON.getTime() + seconds * 1000));
    };
    const send = async (replica: string, epoch: number, call: number, what: Said): Promise<PoolShareUpdateV1> => {
      const answer = await world.run((ctx) =>
        leaseBlocks(world)(ctx, {
          ...{ replica, epoch, call, closedEpochs: [], wants: [], returns: [], activity: [] },
          pools: [said(what)],
        }),
      );
      const [update] = "pools" in answer ? (answer.pools ?? []) : [];
      if (update === undefined) throw new Error("the call was not answered");
      return update;
    };
    const call = (replica: string, what: Said = {}, epoch = 1): Promise<PoolShareUpdateV1> => {
      const number = (calls.get(`${replica} ${String(epoch)}`) ?? 0) + 1;
      calls.set(`${replica} ${String(epoch)}`, number);
      return send(replica, epoch, number, what);
    };
    const slotsOf = ({ slots }: PoolShareUpdateV1): number | undefined => slots[0]?.slots;
    const borrowedOf = ({ elsewhere }: PoolShareUpdateV1): number | undefined => elsewhere[0]?.gpuSeconds[2];

    it("tells each replica what the others gave in total, once, however often a call is sent", async () => {
      await call("one", { given: 5 });
      const first = await call("two", { given: 3 });
      expect([borrowedOf(first), first.elsewhere[0]?.occupied]).toEqual([5, 1_000_000]);
      expect(await send("two", 1, 1, { given: 3 })).toEqual(first);
      expect(borrowedOf(await call("one", { given: 6 }))).toBe(3);
      expect(borrowedOf(await call("two", { given: 3 }))).toBe(6);
    });

    it("names a new basis when a replica comes, begins another life, or goes", async () => {
      const alone = (await call("one")).basis;
      await call("two");
      const both = (await call("one")).basis;
      await call("two", {}, 2);
      const again = (await call("one")).basis;
      expect(new Set([alone, both, again]).size).toBe(3);
      for (let second = 0; second < 12; second += 1) {
        after(1);
        await call("one");
      }
      expect((await call("one")).basis).toBe(alone);
    });

    it("gives a newcomer its slots once the other has given them up", async () => {
      expect(slotsOf(await call("one", { sequences: 20 }))).toBe(8);
      expect(slotsOf(await call("two", { sequences: 20 }))).toBe(0);
      expect(slotsOf(await call("one", { sequences: 20, holds: 8 }))).toBe(4);
      expect(slotsOf(await call("two", { sequences: 20 }))).toBe(0);
      // Seven still run: one place is free, the rest as they end.
      await call("one", { sequences: 20, holds: 7 });
      expect(slotsOf(await call("two", { sequences: 20 }))).toBe(1);
      await call("one", { sequences: 20, holds: 4 });
      expect(slotsOf(await call("two", { sequences: 20, holds: 1 }))).toBe(4);
    });

    it("repeats the slots it answered to a call sent again, though others have called since", async () => {
      await call("one", { sequences: 20 });
      await call("one", { sequences: 20, holds: 8 });
      await call("two", { sequences: 20 });
      expect(slotsOf(await send("one", 1, 2, { sequences: 20, holds: 8 }))).toBe(8);
      expect(slotsOf(await call("one", { sequences: 20, holds: 8 }))).toBe(4);
    });

    /** Both have four slots, and say so. */
    const evenly = async (): Promise<void> => {
      await call("one", { sequences: 20 });
      await call("two", { sequences: 20 });
      await call("one", { sequences: 20, holds: 4 });
      expect(slotsOf(await call("two", { sequences: 20 }))).toBe(4);
    };

    it("frees the share of a replica that is silent while others are answered", async () => {
      await evenly();
      const seen: (number | undefined)[] = [];
      for (let second = 0; second < 12; second += 1) {
        after(1);
        seen.push(slotsOf(await call("two", { sequences: 20, holds: 4 })));
      }
      expect([seen[0], seen[8], seen.at(-1)]).toEqual([4, 4, 8]);
    });

    it("frees nothing for a time in which nobody was answered", async () => {
      await evenly();
      after(3_600);
      expect(slotsOf(await call("two", { sequences: 20, holds: 4 }))).toBe(4);
      expect(slotsOf(await call("one", { sequences: 20, holds: 4 }))).toBe(4);
    });

    it("lets those who have a share give it up before one that was away has any again", async () => {
      await evenly();
      for (let second = 0; second < 12; second += 1) {
        after(1);
        await call("two", { sequences: 20, holds: 4 + Number(second === 11) * 4 });
      }
      expect(slotsOf(await call("one", { sequences: 20, holds: 4 }))).toBe(0);
      expect(slotsOf(await call("two", { sequences: 20, holds: 8 }))).toBe(4);
      await call("two", { sequences: 20, holds: 4 });
      expect(slotsOf(await call("one", { sequences: 20 }))).toBe(4);
    });
  });
}
