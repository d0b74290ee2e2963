import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { LeaseRequestV1, LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { Budget } from "../domain/budget.js";
import { leaseBlocks } from "../use-cases/lease-blocks.js";
import { settleUsage, type Charge } from "../use-cases/settle-usage.js";
import type { BudgetRepository } from "./budget-repository.port.js";
import type { UsageLimitRepository } from "./usage-limit-repository.port.js";
import type { LeaseStore } from "./lease-store.port.js";
import type { NodeDirectory } from "./node-directory.port.js";
import type { PoolActivityStore } from "./pool-activity.port.js";
import type { PoolShareStore } from "./pool-share-store.port.js";

/** A tree of two organisations, the State over one ministry, and stores without any row. */
export interface LeaseWorld {
  readonly root: string;
  readonly ministry: string;
  readonly nodes: NodeDirectory;
  readonly budgets: BudgetRepository;
  readonly limits: UsageLimitRepository;
  readonly leases: LeaseStore;
  readonly activity: PoolActivityStore;
  readonly shares: PoolShareStore;
  moveTo(at: Date): void;
  /** Work in a committed transaction of the system. */
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const NOON = new Date("2026-03-10T11:00:00Z");
const USE_CASE = "0199a000-0000-7000-8000-0000000000c1";
const MODEL = "0199a000-0000-7000-8000-0000000000d1";
const APPLICATION = "0199a000-0000-7000-8000-0000000000a1";

/** What every lease store must do, with the budgets it leases from. */
export function leaseStoreBehaviour(adapter: string, makeWorld: () => Promise<LeaseWorld>): void {
  describe(`leases on ${adapter}`, () => {
    let world: LeaseWorld;
    beforeEach(async () => {
      world = await makeWorld();
      world.moveTo(NOON);
    });

    const budget = (figures: Partial<Budget> = {}): Promise<Budget> =>
      world.run((ctx) =>
        world.budgets.save(
          ctx,
          {
            id: ctx.ids.next(),
            nodeId: world.ministry,
            nodeType: "organisation",
            organisationId: world.ministry,
            unit: "token",
            period: "month",
            amount: 1000,
            modelId: null,
            onExhaust: "block",
            hard: true,
            firstMonth: 1,
            ...figures,
          },
          ctx.clock.now(),
        ),
      );
    const lease = (request: Partial<LeaseRequestV1>) =>
      world.run((ctx) =>
        leaseBlocks(world)(ctx, {
          replica: "r1",
          epoch: 1,
          call: 1,
          closedEpochs: [],
          wants: [],
          returns: [],
          activity: [],
          ...request,
        }),
      );
    const granted = (answer: Awaited<ReturnType<typeof lease>>): number[] =>
      (answer as LeaseResponseV1).grants.map((grant) => grant.granted);
    const settle = (charges: readonly Partial<Charge>[], replica = "r1", epoch = 1) =>
      world.run((ctx) =>
        settleUsage(world)(
          ctx,
          replica,
          epoch,
          charges.map((charge) => ({
            at: NOON,
            applicationId: APPLICATION,
            useCaseId: USE_CASE,
            organisationId: world.ministry,
            modelId: MODEL,
            amounts: {},
            leased: [],
            ...charge,
          })),
        ),
      );
    const balance = async (of: Budget, at = NOON) => {
      const all = await world.run((ctx) => world.budgets.balances(ctx, at));
      const found = all.find((each) => each.id === of.id);
      if (found === undefined) throw new Error("the budget is gone");
      return { settled: found.settled, leased: found.leased, amount: found.amount };
    };
    const wants = (of: Budget, wanted: number, least = 1) => [{ budgetId: of.id, least, wanted }];

    it("leases up to the ceiling and not one token more", async () => {
      const of = await budget();
      expect(granted(await lease({ wants: wants(of, 700) }))).toEqual([700]);
      expect(granted(await lease({ replica: "r2", wants: wants(of, 700, 300) }))).toEqual([300]);
      expect(granted(await lease({ call: 2, wants: wants(of, 700) }))).toEqual([0]);
      expect(await balance(of)).toEqual({ settled: 0, leased: 1000, amount: 1000 });
    });

    it("repeats the stored answer to a call sent again, and refuses one older than it", async () => {
      const of = await budget();
      const first = await lease({ call: 1, wants: wants(of, 400) });
      expect(await lease({ call: 1, wants: wants(of, 400) })).toEqual(first);
      expect(await balance(of)).toMatchObject({ leased: 400 });
      await lease({ call: 2 });
      expect(await lease({ call: 1, wants: wants(of, 400) })).toEqual({ kind: "StaleCall", lastCall: 2 });
      expect(await balance(of)).toMatchObject({ leased: 400 });
    });

    it("leaves out budgets that do not exist", async () => {
      const unknown = { budgetId: "0199a000-0000-7000-8000-00000000dead", least: 1, wanted: 10 };
      expect(granted(await lease({ wants: [unknown] }))).toEqual([]);
    });

    it("takes returns back and can grant them in the same call", async () => {
      const of = await budget({ amount: 500 });
      await lease({ wants: wants(of, 500) });
      const period = (await world.run((ctx) => world.leases.holdings(ctx, of.id)))[0]?.periodStart ?? 0;
      const returns = [{ budgetId: of.id, periodStart: period, amount: 200 }];
      expect(granted(await lease({ call: 2, returns, wants: wants(of, 50) }))).toEqual([50]);
      expect(await balance(of)).toMatchObject({ leased: 350 });
    });

    it("settles from the leaf to the State, each unit with its own amount", async () => {
      const tokens = await budget({ unit: "token" });
      const euros = await budget({ unit: "micro_euro", nodeId: world.root, organisationId: world.root });
      const useCase = await budget({ nodeId: USE_CASE, nodeType: "use_case", period: "day" });
      await lease({ wants: [tokens, euros, useCase].flatMap((of) => wants(of, 600)) });
      await settle([
        { amounts: { inputTokens: 100, costMicroEuro: 7 } },
        { amounts: { inputTokens: 20, costMicroEuro: 3 } },
      ]);
      expect(await balance(tokens)).toEqual({ settled: 120, leased: 480, amount: 1000 });
      expect(await balance(euros)).toEqual({ settled: 10, leased: 590, amount: 1000 });
      expect(await balance(useCase)).toEqual({ settled: 120, leased: 480, amount: 1000 });
    });

    it("counts what was used without a lease and leaves the blocks of others alone", async () => {
      const of = await budget();
      await lease({ replica: "r2", wants: wants(of, 900) });
      await settle([{ amounts: { inputTokens: 300 } }]);
      expect(await balance(of)).toEqual({ settled: 300, leased: 900, amount: 1000 });
      expect(granted(await lease({ wants: wants(of, 10) }))).toEqual([0]);
    });

    it("counts a silent replica's block as spent until its epoch is closed", async () => {
      const of = await budget();
      await lease({ wants: wants(of, 1000) });
      world.moveTo(new Date(NOON.getTime() + 3_600_000));
      expect(granted(await lease({ replica: "r2", wants: wants(of, 10) }))).toEqual([0]);
      await settle([{ amounts: { inputTokens: 250 } }]);
      await lease({ epoch: 2, call: 1, closedEpochs: [1] });
      expect(await balance(of)).toEqual({ settled: 250, leased: 0, amount: 1000 });
      expect(await world.run((ctx) => world.leases.holdings(ctx, of.id))).toEqual([]);
    });

    it("never closes the epoch that speaks", async () => {
      const of = await budget();
      await lease({ wants: wants(of, 100) });
      await lease({ call: 2, closedEpochs: [1] });
      expect(await balance(of)).toMatchObject({ leased: 100 });
    });

    it("begins the next period with the amount of the day and settles late records in their own", async () => {
      const of = await budget({ period: "day" });
      await lease({ wants: wants(of, 1000) });
      const nextDay = new Date("2026-03-11T07:00:00Z");
      world.moveTo(nextDay);
      expect(granted(await lease({ call: 2, wants: wants(of, 800) }))).toEqual([800]);
      await settle([{ amounts: { inputTokens: 400 } }, { at: nextDay, amounts: { inputTokens: 30 } }]);
      expect(await balance(of)).toEqual({ settled: 400, leased: 600, amount: 1000 });
      expect(await balance(of, nextDay)).toEqual({ settled: 30, leased: 770, amount: 1000 });
    });

    it("applies a changed amount to the present period, keeps the id, and grants nothing beyond a lowered one", async () => {
      const of = await budget();
      await lease({ wants: wants(of, 600) });
      expect((await budget({ amount: 500 })).id).toBe(of.id);
      expect(await balance(of)).toEqual({ settled: 0, leased: 600, amount: 500 });
      expect(granted(await lease({ call: 2, wants: wants(of, 10) }))).toEqual([0]);
      await budget({ amount: 620 });
      expect(granted(await lease({ call: 3, wants: wants(of, 100) }))).toEqual([20]);
    });

    it("splits the last of a budget between the replicas that are there", async () => {
      const of = await budget({ amount: 1200 });
      await lease({ replica: "r2" });
      await lease({ replica: "r3" });
      expect(granted(await lease({ wants: wants(of, 5000) }))).toEqual([200]);
    });

    it("stays under the ceiling over any history and ends with nothing leased", async () => {
      const step = fc.record({
        verb: fc.constantFrom("grant", "use", "return", "ship", "crash"),
        replica: fc.constantFrom("r1", "r2"),
        amount: fc.integer({ min: 1, max: 300 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          world = await makeWorld();
          world.moveTo(NOON);
          const of = await budget();
          const replicas = new Map(["r1", "r2"].map((name) => [name, { epoch: 1, call: 0, held: 0 }]));
          const spool: { replica: string; epoch: number; tokens: number }[] = [];
          const call = async (replica: string, more: Partial<LeaseRequestV1>) => {
            const self = replicas.get(replica) ?? { epoch: 1, call: 0, held: 0 };
            self.call += 1;
            const [amount = 0] = granted(await lease({ replica, epoch: self.epoch, call: self.call, ...more }));
            self.held += amount;
          };
          const ship = async (replica: string) => {
            for (const record of spool.filter((each) => each.replica === replica)) {
              await settle([{ amounts: { inputTokens: record.tokens } }], replica, record.epoch);
            }
            spool.splice(0, spool.length, ...spool.filter((each) => each.replica !== replica));
          };
          for (const { verb, replica, amount } of steps) {
            const self = replicas.get(replica);
            if (self === undefined) continue;
            const part = Math.min(amount, self.held);
            if (verb === "grant") await call(replica, { wants: wants(of, amount, Math.ceil(amount / 5)) });
            if (verb === "use" && part > 0) spool.push({ replica, epoch: self.epoch, tokens: part });
            if (verb === "return") {
              const periodStart = (await world.run((ctx) => world.leases.holdings(ctx, of.id)))[0]?.periodStart ?? 0;
              await call(replica, { returns: [{ budgetId: of.id, periodStart, amount: part }] });
            }
            if (verb === "use" || verb === "return") self.held -= part;
            if (verb === "ship") await ship(replica);
            if (verb === "crash") replicas.set(replica, { epoch: self.epoch + 1, call: 0, held: 0 });
            const now = await balance(of);
            expect(now.settled + now.leased).toBeLessThanOrEqual(1000);
          }
          for (const [replica, self] of replicas) {
            await ship(replica);
            const closedEpochs = Array.from({ length: self.epoch }, (_, index) => index + 1);
            replicas.set(replica, { epoch: self.epoch + 1, call: 0, held: 0 });
            await call(replica, { closedEpochs });
          }
          expect(await balance(of)).toMatchObject({ leased: 0 });
        }),
        { numRuns: 15 },
      );
    });

    it("keeps what replicas reported lately, and forgets what is old", async () => {
      const poolId = "0199a000-0000-7000-8000-0000000000f1";
      const report = (nodeId: string, running: number) => [
        { poolId, nodeId, running, waiting: 0, gpuSeconds: 1.5, windowMs: 1000 },
      ];
      const recent = async (since: Date) =>
        (await world.run((ctx) => world.activity.recent(ctx, poolId, since))).map((each) => [
          each.replica,
          each.running,
        ]);
      await lease({ activity: report(APPLICATION, 3) });
      await lease({ replica: "r2", activity: report(APPLICATION, 2) });
      const later = new Date(NOON.getTime() + 4000);
      world.moveTo(later);
      await lease({ call: 2, activity: report(APPLICATION, 5) });
      expect(await recent(NOON)).toEqual([
        ["r1", 3],
        ["r1", 5],
        ["r2", 2],
      ]);
      expect(await recent(later)).toEqual([["r1", 5]]);
      world.moveTo(new Date(NOON.getTime() + 120_000));
      await lease({ call: 3, activity: [] });
      expect(await recent(NOON)).toEqual([["r2", 2]]);
    });
  });
}
