import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../kernel/use-case.js";
import type { Allocation } from "../domain/allocation.js";
import type { UsageLimit } from "../domain/usage-limit.js";
import type { AllocationRepository } from "./allocation-repository.port.js";
import type { UsageLimitRepository } from "./usage-limit-repository.port.js";

/** Two organisations, and stores without any row. */
export interface RightsWorld {
  readonly interior: string;
  readonly justice: string;
  readonly allocations: AllocationRepository;
  readonly limits: UsageLimitRepository;
  /** Id of a round that rights can be planned by. */
  round(): Promise<string>;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const POOL = "0199c000-0000-7000-8000-0000000000b1";
const OTHER_POOL = "0199c000-0000-7000-8000-0000000000b2";

/** What every store of allocations and of usage limits must do. */
export function rightsBehaviour(adapter: string, makeWorld: () => Promise<RightsWorld>): void {
  describe(`rights on ${adapter}`, () => {
    let world: RightsWorld;
    beforeEach(async () => {
      world = await makeWorld();
    });
    const allocation = (id: string, nodeId: string, changes: Partial<Allocation> = {}): Allocation => ({
      id,
      poolId: POOL,
      nodeId,
      nodeType: "organisation",
      organisationId: nodeId,
      nominal: 12.25,
      guarantee: 0.01,
      lendLimit: null,
      borrowLimit: 3.5,
      weight: 0.5,
      criticality: 2,
      historyFactor: 0.25,
      ...changes,
    });
    const save = (make: (id: string) => Allocation) =>
      world.run((ctx) => world.allocations.save(ctx, make(ctx.ids.next())));

    it("keeps an allocation as it was given", async () => {
      const saved = await save((id) => allocation(id, world.interior));
      expect(saved).toEqual(allocation(saved.id, world.interior));
      expect(await world.run((ctx) => world.allocations.list(ctx, POOL))).toEqual([saved]);
    });

    it("replaces the right of a node in a pool, and keeps its id", async () => {
      const first = await save((id) => allocation(id, world.interior));
      const second = await save((id) =>
        allocation(id, world.interior, { nominal: 3, lendLimit: 1, borrowLimit: null }),
      );
      expect(second).toEqual({ ...first, nominal: 3, lendLimit: 1, borrowLimit: null });
    });

    it("lists one pool, or all, by pool then node", async () => {
      const all = [
        await save((id) => allocation(id, world.justice, { poolId: OTHER_POOL })),
        await save((id) => allocation(id, world.justice)),
        await save((id) => allocation(id, world.interior)),
      ];
      const [other, ...here] = all;
      const byNode = here.sort((left, right) => left.nodeId.localeCompare(right.nodeId));
      expect(await world.run((ctx) => world.allocations.list(ctx, POOL))).toEqual(byNode);
      expect(await world.run((ctx) => world.allocations.list(ctx))).toEqual([...byNode, other]);
    });

    it("holds a planned right between its dates, and what stood before again after them", async () => {
      const day = (date: string) => new Date(`${date}T00:00:00Z`);
      const roundId = await world.round();
      const stood = await save((id) => allocation(id, world.interior));
      const planned = allocation(stood.id, world.interior, { nominal: 20 });
      await world.run((ctx) =>
        world.allocations.plan(
          ctx,
          { ...planned, id: ctx.ids.next() },
          { from: day("2031-01-01"), to: day("2031-04-01"), roundId },
        ),
      );
      const nominalAt = async (date: string) =>
        (await world.run((ctx) => world.allocations.listAt(ctx, POOL, day(date)))).map(({ nominal }) => nominal);
      expect(await nominalAt("2030-12-31")).toEqual([12.25]);
      expect(await nominalAt("2031-01-01")).toEqual([20]);
      expect(await nominalAt("2031-03-31")).toEqual([20]);
      expect(await nominalAt("2031-04-01")).toEqual([12.25]);
      expect(await world.run((ctx) => world.allocations.plannedBy(ctx, roundId))).toMatchObject([
        { nodeId: world.interior, nominal: 20, validFrom: day("2031-01-01"), validTo: day("2031-04-01") },
      ]);
      await world.run((ctx) =>
        world.allocations.plan(
          ctx,
          { ...planned, id: ctx.ids.next(), nominal: 7 },
          { from: day("2030-06-01"), to: null, roundId },
        ),
      );
      expect(await nominalAt("2030-05-31")).toEqual([12.25]);
      expect(await nominalAt("2031-02-01")).toEqual([7]);
      expect(await nominalAt("2040-02-01")).toEqual([7]);
      expect(await world.run((ctx) => world.allocations.plannedBy(ctx, roundId))).toMatchObject([
        { nominal: 7, validTo: null },
      ]);
      expect(await save((id) => allocation(id, world.interior, { nominal: 4 }))).toMatchObject({
        id: stood.id,
        nominal: 4,
      });
      expect(await nominalAt("2031-02-01")).toEqual([7]);
    });

    it("says when the next right begins or ends", async () => {
      const day = (date: string) => new Date(`${date}T00:00:00Z`);
      const roundId = await world.round();
      const turn = () => world.run((ctx) => world.allocations.nextTurn(ctx));
      await save((id) => allocation(id, world.interior));
      expect(await turn()).toBeNull();
      const plan = (from: string, to: string | null) =>
        world.run((ctx) => {
          const dates = { from: day(from), to: to === null ? null : day(to), roundId };
          return world.allocations.plan(ctx, allocation(ctx.ids.next(), world.interior), dates);
        });
      await plan("2031-01-01", "2031-04-01");
      expect(await turn()).toEqual(day("2031-01-01"));
      // What began long ago and ends is told by its end; what never held is not told at all.
      await plan("2001-01-01", "2030-12-01");
      expect(await turn()).toEqual(day("2030-12-01"));
      await plan("2001-01-01", null);
      expect(await turn()).toBeNull();
    });

    it("keeps one limit of a kind for each node", async () => {
      const limit = (value: number) =>
        world.run((ctx): Promise<UsageLimit> => {
          const { interior } = world;
          const id = ctx.ids.next();
          const limit: UsageLimit = {
            id,
            nodeId: interior,
            nodeType: "organisation",
            organisationId: interior,
            kind: "rpm",
            value,
            modelId: null,
            hard: false,
          };
          return world.limits.save(ctx, limit, ctx.clock.now());
        });
      const first = await limit(4);
      const second = await limit(9);
      expect(second).toEqual({ ...first, value: 9 });
      expect(await world.run((ctx) => world.limits.list(ctx))).toEqual([second]);
    });
  });
}
