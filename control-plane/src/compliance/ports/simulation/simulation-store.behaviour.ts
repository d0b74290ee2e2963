import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../../kernel/use-case.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import { summarise, type MinistryChange } from "../../domain/simulation/simulation-result.js";
import { ReplayTally } from "../../domain/simulation/replay-tally.js";
import type { SimulationStore } from "./simulation-store.port.js";

/** An empty store, a body, and ids in ascending order. */
export interface SimulationWorld {
  readonly store: SimulationStore;
  readonly organisationId: string;
  /** As whom `run` works. */
  readonly reader: string;
  newId(): string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const NOBODY = "0199b000-0000-7000-8000-00000000000f";
const RULES = {
  candidate: { digest: "c".repeat(64), files: [{ path: "a/b/rule.yaml", text: "id: a/b" }] },
  active: { digest: "d".repeat(64), files: [] },
};
const RESULT = {
  ...summarise(new ReplayTally().report(), (id) => id),
  ...{ differences: [], recordsDigest: "e".repeat(64), seconds: 1.5 },
};

/** What every store of simulations must do. */
export function simulationStoreBehaviour(adapter: string, makeWorld: () => Promise<SimulationWorld>): void {
  describe(`simulations on ${adapter}`, () => {
    let world: SimulationWorld;
    beforeAll(async () => {
      world = await makeWorld();
    });
    const aSimulation = (fields: Partial<Simulation> = {}): Simulation => ({
      ...{ id: world.newId(), organisationId: world.organisationId, state: "running", progress: 0 },
      ...{ fromDay: "2026-03-01", toDay: "2026-03-31", legalDay: null, result: null, failure: null },
      ...{ candidateDigest: RULES.candidate.digest, activeDigest: RULES.active.digest, requestedBy: "somebody" },
      ...{ createdAt: new Date("2026-04-01T08:00:00Z"), finishedAt: null },
      ...fields,
    });
    const inserted: string[] = [];
    // So few may run at once that what is left running would be in the way of whoever uses the same store next.
    afterAll(async () => {
      for (const id of inserted)
        await world.run((ctx) => world.store.finish(ctx, id, { state: "cancelled", failure: null }));
    });
    const insert = async (fields: Partial<Simulation> = {}): Promise<Simulation> => {
      const simulation = aSimulation(fields);
      inserted.push(simulation.id);
      await world.run((ctx) => world.store.insert(ctx, simulation, RULES));
      return simulation;
    };
    const find = (id: string) => world.run((ctx) => world.store.find(ctx, id));
    const change = (fields: Partial<MinistryChange> = {}): MinistryChange => ({
      ...{ organisationId: world.organisationId, ministryId: world.organisationId, useCaseId: NOBODY },
      ...{ kind: "refused", cause: "rules", rules: ["a/b", "c/d"], records: 7, served: 5, samples: ["r-1"] },
      ...fields,
    });

    it("keeps what was asked with the rules compared, and finds neither under another id", async () => {
      const simulation = await insert({ legalDay: "2027-01-01" });
      expect(await find(simulation.id)).toEqual(simulation);
      expect(await world.run((ctx) => world.store.rules(ctx, simulation.id))).toEqual(RULES);
      expect(await find(NOBODY)).toBeNull();
      expect(await find("no-such-id")).toBeNull();
      expect(await world.run((ctx) => world.store.rules(ctx, NOBODY))).toBeNull();
    });

    it("is told of progress, which never goes back", async () => {
      const { id } = await insert();
      const advance = (progress: number) => world.run((ctx) => world.store.advance(ctx, id, progress));
      expect([await advance(0.5), await advance(0.25)]).toEqual([true, true]);
      expect(await find(id)).toMatchObject({ progress: 0.5, state: "running" });
    });

    it("ends once, with all of its result, and is not written again", async () => {
      const { id } = await insert();
      const done = { state: "done", result: RESULT, changes: [change()] } as const;
      expect(await world.run((ctx) => world.store.finish(ctx, id, done))).toBe(true);
      expect(await find(id)).toMatchObject({ state: "done", progress: 1, result: RESULT, failure: null });
      const failed = { state: "failed", failure: "too.late" } as const;
      expect(await world.run((ctx) => world.store.finish(ctx, id, failed))).toBe(false);
      expect(await world.run((ctx) => world.store.advance(ctx, id, 1))).toBe(false);
      expect(await find(id)).toMatchObject({ state: "done" });
    });

    it("knows who opened which results, newest first", async () => {
      const compared = { candidateDigest: "a".repeat(64), activeDigest: "b".repeat(64) };
      const done = { state: "done", result: RESULT, changes: [] } as const;
      const [old, young] = [await insert(compared), await insert({ ...compared, createdAt: new Date("2026-04-02") })];
      const readBy = async (reader: string, of = compared) =>
        (await world.run((ctx) => world.store.opened(ctx, { ...of, reader }))).map(({ id }) => id);
      const other = await insert();
      for (const { id } of [old, young, other]) {
        await world.run((ctx) => world.store.finish(ctx, id, done));
        expect(await world.run((ctx) => world.store.open(ctx, id, world.reader))).toBe(true);
      }
      expect(await world.run((ctx) => world.store.open(ctx, old.id, world.reader))).toBe(false);
      expect(await readBy(world.reader)).toEqual([young.id, old.id]);
      expect(await readBy("somebody else")).toEqual([]);
      expect(await readBy(world.reader, { ...compared, activeDigest: "c".repeat(64) })).toEqual([]);
    });

    it("keeps nothing of one that failed or was cancelled", async () => {
      const [failing, cancelled] = [await insert(), await insert()];
      await world.run((ctx) => world.store.finish(ctx, failing.id, { state: "failed", failure: "why.not" }));
      await world.run((ctx) => world.store.finish(ctx, cancelled.id, { state: "cancelled", failure: null }));
      expect(await find(failing.id)).toMatchObject({ state: "failed", failure: "why.not", result: null });
      expect(await find(cancelled.id)).toMatchObject({ state: "cancelled", result: null });
    });

    it("pages newest first, by state", async () => {
      const newest = await insert({ createdAt: new Date("2026-05-02T08:00:00Z") });
      const next = await insert({ createdAt: new Date("2026-05-01T08:00:00Z") });
      await world.run((ctx) => world.store.finish(ctx, next.id, { state: "cancelled", failure: null }));
      const page = (states: Simulation["state"][], first: number, past: Simulation | null = null) =>
        world.run(async (ctx) => {
          const after = past === null ? null : { createdAt: past.createdAt.toISOString(), id: past.id };
          return (await world.store.page(ctx, { states, first, after })).map(({ id }) => id);
        });
      expect(await page([], 1)).toEqual([newest.id, next.id]);
      expect((await page([], 1, newest))[0]).toBe(next.id);
      expect((await page(["cancelled"], 1))[0]).toBe(next.id);
      expect(await world.run((ctx) => world.store.running(ctx))).toBeGreaterThanOrEqual(1);
    });

    it("gives changes in order, by what they are about, a page at a time", async () => {
      const simulation = await insert();
      const changes = [
        change(),
        change({ kind: "admitted", cause: "date", rules: ["c/d"], useCaseId: null, records: 3, served: 0 }),
        change({ kind: "pools", records: 1, served: 1, rules: ["e/f"] }),
      ];
      await world.run((ctx) => world.store.finish(ctx, simulation.id, { state: "done", result: RESULT, changes }));
      const every = {
        simulationId: simulation.id,
        kind: null,
        cause: null,
        ministryId: null,
        useCaseId: null,
        rule: null,
      };
      const of = (
        filter: Partial<Parameters<SimulationStore["changes"]>[1]>,
        first = 10,
        after: number | null = null,
      ) => world.run((ctx) => world.store.changes(ctx, { ...every, ...filter }, first, after));
      expect(await of({})).toEqual(changes.map((each, index) => ({ ...each, ordinal: index + 1 })));
      expect((await of({}, 1)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
      expect((await of({}, 1, 1)).map(({ ordinal }) => ordinal)).toEqual([2, 3]);
      expect((await of({ rule: "c/d" })).map(({ kind }) => kind)).toEqual(["refused", "admitted"]);
      expect((await of({ kind: "pools" })).map(({ kind }) => kind)).toEqual(["pools"]);
      expect((await of({ cause: "date" })).map(({ kind }) => kind)).toEqual(["admitted"]);
      expect((await of({ useCaseId: NOBODY })).map(({ kind }) => kind)).toEqual(["refused", "pools"]);
      expect(await of({ ministryId: NOBODY })).toEqual([]);
      expect(await of({ simulationId: NOBODY })).toEqual([]);
    });
  });
}
