import { beforeEach, describe, expect, it } from "vitest";
import type { LeaseRequestV1, LeaseResponseV1 } from "@socle/contracts";
import type { UsageLimit } from "../domain/usage-limit.js";
import { closeLostEpochUseCase } from "../use-cases/close-lost-epoch.use-case.js";
import { leaseBlocks } from "../use-cases/lease-blocks.js";
import { settleUsage, type Charge } from "../use-cases/settle-usage.js";
import type { LeaseWorld } from "./lease-store.behaviour.js";

const NOON = new Date("2026-03-10T11:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MODEL = "0199a000-0000-7000-8000-0000000000d1";
const OTHER_MODEL = "0199a000-0000-7000-8000-0000000000d2";
const APPLICATION = "0199a000-0000-7000-8000-0000000000a1";
const USE_CASE = "0199a000-0000-7000-8000-0000000000c1";

/** What every lease store must do for limits, for budgets of one model and other units, and for epochs that are lost. */
export function ceilingsBehaviour(adapter: string, makeWorld: () => Promise<LeaseWorld>): void {
  describe(`ceilings on ${adapter}`, () => {
    let world: LeaseWorld;
    beforeEach(async () => {
      world = await makeWorld();
      world.moveTo(NOON);
    });

    const limit = (figures: Partial<UsageLimit>): Promise<UsageLimit> =>
      world.run((ctx) => {
        const node = { nodeId: world.ministry, nodeType: "organisation" as const, organisationId: world.ministry };
        const plain = { id: ctx.ids.next(), ...node, kind: "rpm" as const, value: 10, modelId: null, hard: false };
        return world.limits.save(ctx, { ...plain, ...figures }, ctx.clock.now());
      });
    const budget = (figures: object) =>
      world.run((ctx) => {
        const node = { nodeId: world.ministry, nodeType: "organisation" as const, organisationId: world.ministry };
        const rules = { modelId: null, onExhaust: "block" as const, hard: true, firstMonth: 1 };
        const plain = { id: ctx.ids.next(), ...node, unit: "token" as const, period: "month" as const, amount: 1000 };
        return world.budgets.save(ctx, { ...plain, ...rules, ...figures }, ctx.clock.now());
      });
    const lease = async (request: Partial<LeaseRequestV1>) => {
      const nothing = { replica: "r1", epoch: 1, call: 1, closedEpochs: [], wants: [], returns: [], activity: [] };
      return world.run((ctx) => leaseBlocks(world)(ctx, { ...nothing, ...request }));
    };
    const grants = (answer: Awaited<ReturnType<typeof lease>>) => (answer as LeaseResponseV1).grants;
    const want = (of: { readonly id: string }, wanted: number, more = {}) => [
      { budgetId: of.id, least: 1, wanted, ...more },
    ];
    const settle = (charge: Partial<Charge>, replica = "r1") =>
      world.run((ctx) => {
        const path = { applicationId: APPLICATION, useCaseId: USE_CASE, organisationId: world.ministry };
        const amounts = {
          inputTokens: 90,
          outputTokens: 10,
          costMicroEuro: 7,
          gpuMicroSeconds: 1_500_000,
          nanoKgCO2eq: 3_000,
        };
        return settleUsage(world)(ctx, replica, 1, [
          { at: NOON, modelId: MODEL, ...path, amounts, leased: [], ...charge },
        ]);
      });
    const settledOf = async (id: string, at = NOON) => {
      const all = await world.run((ctx) => world.budgets.balances(ctx, at));
      const found = all.find((each) => each.id === id);
      return found === undefined ? null : { settled: found.settled, leased: found.leased };
    };

    it("leases a limit's window like a budget's period, to all replicas together, and begins anew each minute", async () => {
      const rpm = await limit({ value: 10 });
      const [first] = grants(await lease({ wants: want(rpm, 7) }));
      expect(first).toMatchObject({ granted: 7, left: 3, reserved: 7, periodEndsInMs: MINUTE });
      expect(grants(await lease({ replica: "r2", wants: want(rpm, 7, { least: 3 }) }))[0]?.granted).toBe(3);
      expect(grants(await lease({ replica: "r2", call: 2, wants: want(rpm, 7) }))[0]?.granted).toBe(0);
      world.moveTo(new Date(NOON.getTime() + MINUTE));
      const [next] = grants(await lease({ replica: "r2", call: 3, wants: want(rpm, 4) }));
      expect(next).toMatchObject({ granted: 4, periodStart: NOON.getTime() + MINUTE });
    });

    it("keeps one window of requests at once, from which a closed epoch's places come back", async () => {
      const places = await limit({ kind: "concurrency", value: 5 });
      await lease({ wants: want(places, 5) });
      world.moveTo(new Date(NOON.getTime() + 24 * HOUR));
      expect(grants(await lease({ replica: "r2", wants: want(places, 1) }))[0]?.granted).toBe(0);
      await lease({ epoch: 2, call: 1, closedEpochs: [1] });
      expect(grants(await lease({ replica: "r2", call: 2, wants: want(places, 5, { least: 5 }) }))[0]?.granted).toBe(5);
    });

    it("charges what a replica took from its leases in the lease's period, whenever the record says it was", async () => {
      const tokens = await budget({ period: "day" });
      const rpm = await limit({ value: 10 });
      const answer = grants(await lease({ wants: [...want(tokens, 500), ...want(rpm, 5)] }));
      const leased = answer.map(({ budgetId, periodStart }, index) => {
        return { ceilingId: budgetId, periodStart, amount: index === 0 ? 100 : 1 };
      });
      await settle({ at: new Date(NOON.getTime() + 400 * 24 * HOUR), leased });
      expect(await settledOf(tokens.id)).toEqual({ settled: 100, leased: 400 });
      const [row] = await world.run((ctx) => world.leases.holdings(ctx, rpm.id));
      expect(row?.outstanding).toBe(4);
    });

    it("loads the ceilings that a call or a record names, however many others there are", async () => {
      const mine = await budget({});
      const rpm = await limit({ value: 10 });
      for (const model of [MODEL, OTHER_MODEL]) {
        await budget({ nodeId: APPLICATION.replace("a1", "a2"), modelId: model });
        await limit({ kind: "rpd", modelId: model });
      }
      const loaded: string[] = [];
      const watched = <Store extends object>(store: Store): Store =>
        new Proxy(store, {
          get: (target, name) => {
            const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<readonly { id: string }[]>;
            return async (...given: unknown[]) => {
              const rows = await method.apply(target, given);
              loaded.push(...rows.map(({ id }) => id));
              return rows;
            };
          },
        });
      const ports = { ...world, budgets: watched(world.budgets), limits: watched(world.limits) };
      const call = { replica: "r1", epoch: 1, call: 1, closedEpochs: [], returns: [], activity: [] };
      await world.run((ctx) => leaseBlocks(ports)(ctx, { ...call, wants: [...want(mine, 5), ...want(rpm, 1)] }));
      expect(loaded.splice(0).sort()).toEqual([mine.id, rpm.id].sort());
      const path = { applicationId: APPLICATION, useCaseId: USE_CASE, organisationId: world.ministry };
      const leased = [{ ceilingId: rpm.id, periodStart: NOON.getTime(), amount: 1 }];
      const charge = { at: NOON, modelId: MODEL, ...path, amounts: { inputTokens: 3 }, leased };
      await world.run((ctx) => settleUsage(ports)(ctx, "r1", 1, [charge]));
      expect(loaded.sort()).toEqual([mine.id, rpm.id].sort());
    });

    it("counts each unit in its own amount, and a model's budget for that model alone", async () => {
      const gpu = await budget({ unit: "gpu_milli_second" });
      const carbon = await budget({ unit: "mg_co2e" });
      const own = await budget({ modelId: MODEL });
      const other = await budget({ modelId: OTHER_MODEL });
      await settle({});
      const settled = await Promise.all([gpu, carbon, own, other].map(({ id }) => settledOf(id)));
      expect(settled.map((each) => each?.settled)).toEqual([1_500, 3, 100, 0]);
    });

    it("counts on a budget that a replica's older snapshot did not name: two replicas need not have the same", async () => {
      const known = await budget({ period: "day" });
      const fresh = await budget({ period: "month", amount: 150 });
      const [granted] = grants(await lease({ wants: want(known, 400) }));
      const leased = [{ ceilingId: known.id, periodStart: granted?.periodStart ?? 0, amount: 100 }];
      await settle({ leased });
      await lease({ replica: "r2", wants: [...want(known, 10), ...want(fresh, 10)] });
      expect(await settledOf(fresh.id)).toEqual({ settled: 100, leased: 10 });
      expect(await settledOf(known.id)).toEqual({ settled: 100, leased: 310 });
    });

    it("grants no remainder that helps nobody", async () => {
      const of = await budget({ amount: 300 });
      expect(grants(await lease({ wants: want(of, 900, { least: 900, useful: 400 }) }))[0]).toMatchObject({
        granted: 0,
        left: 300,
      });
      const second = await lease({ call: 2, wants: want(of, 900, { least: 900, useful: 200 }) });
      expect(grants(second)[0]?.granted).toBe(300);
    });

    it("begins a fiscal year with its month", async () => {
      const of = await budget({ period: "year", firstMonth: 4 });
      const [granted] = grants(await lease({ wants: want(of, 10) }));
      expect(new Date(granted?.periodStart ?? 0).toISOString()).toBe("2025-03-31T22:00:00.000Z");
      expect(new Date(granted?.periodEnd ?? 0).toISOString()).toBe("2026-03-31T22:00:00.000Z");
    });

    it("gives up a lost epoch: budgets count as used, places come back, and it is granted nothing again", async () => {
      const tokens = await budget({});
      const places = await limit({ kind: "concurrency", value: 5 });
      await lease({ wants: [...want(tokens, 400), ...want(places, 5)] });
      const close = () =>
        world.run(async (ctx) => {
          const useCase = closeLostEpochUseCase(world);
          const input = { replica: "r1", epoch: 1, reason: "Le disque est perdu" };
          const loaded = await useCase.load(ctx, input);
          return loaded.ok ? useCase.handle(ctx, input, loaded.value.loaded) : loaded;
        });
      expect(await close()).toMatchObject({ ok: false, refusal: { code: "epoch.not_lost" } });
      world.moveTo(new Date(NOON.getTime() + 10 * MINUTE));
      expect(await close()).toMatchObject({ ok: true, value: { value: { spentBlocks: 1, freedBlocks: 1 } } });
      expect(await settledOf(tokens.id)).toEqual({ settled: 400, leased: 0 });
      expect(await lease({ call: 2, wants: want(tokens, 10) })).toEqual({ kind: "LostEpoch" });
      expect(await close()).toMatchObject({ ok: false, refusal: { code: "epoch.not_lost" } });
      expect(grants(await lease({ replica: "r2", wants: want(places, 5) }))[0]?.granted).toBeGreaterThan(0);
    });
  });
}
