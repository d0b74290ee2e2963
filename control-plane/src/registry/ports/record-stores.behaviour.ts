import { beforeAll, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { sampleRecords, type SampleRecords } from "../../../../test/builders/registry-records.builder.js";
import type { AiUseCase } from "../domain/ai-use-case.js";
import type { Stored } from "../../kernel/stored-record.js";
import type { RecordStore } from "./record-store.port.js";
import type { RegistryWorld } from "./registry-ports.behaviour.js";

/** Every kind of record, each on the store of its own. */
const storesOf = (
  { ports }: RegistryWorld,
  records: SampleRecords,
): readonly [string, RecordStore<Stored>, Stored][] => [
  ["scores", ports.scores, records.score],
  ["evaluations", ports.evaluations, records.evaluation],
  ["changes", ports.changes, records.change],
  ["key requests", ports.keyRequests, records.keyRequest],
  ["consultations", ports.consultations, records.consultation],
  ["shadow tools", ports.shadowTools, records.shadowTool],
  ["trainings", ports.trainings, records.training],
  ["bricks", ports.bricks, records.brick],
];

/** What every set of record stores must do. */
export function recordStoresBehaviour(adapter: string, makeWorld: () => Promise<RegistryWorld>): void {
  describe(`records on ${adapter}`, () => {
    let world: RegistryWorld;
    let useCase: AiUseCase;
    let records: SampleRecords;
    let stores: ReturnType<typeof storesOf>;
    beforeAll(async () => {
      world = await makeWorld();
      useCase = aUseCase({ id: world.newId(), slug: "with-records", organisationId: world.tree.dgfip });
      records = sampleRecords(useCase, () => world.newId());
      stores = storesOf(world, records);
      await world.run(async (ctx) => {
        await world.ports.useCases.insert(ctx, useCase);
        await world.ports.applications.insert(ctx, {
          ...{
            id: records.keyRequest.applicationId,
            slug: "with-a-request",
            name: "Demande",
            environment: "production",
          },
          ...{ useCaseId: useCase.id, organisationId: useCase.organisationId, models: null, createdAt: new Date() },
        });
        for (const [, store, record] of stores) expect(await store.insert(ctx, record)).toBe(true);
      });
    });

    it("give every kind back as it was stored", async () => {
      for (const [kind, store, record] of stores)
        expect([kind, await world.run((ctx) => store.find(ctx, record.id))]).toEqual([kind, record]);
      expect(await world.run((ctx) => world.ports.scores.find(ctx, "no-such-id"))).toBeNull();
    });

    it("write a version only over the one before it", async () => {
      const next = { ...records.shadowTool, agents: 12, version: 2 };
      const update = () => world.run((ctx) => world.ports.shadowTools.update(ctx, next));
      expect([await update(), await update()]).toEqual([true, false]);
      expect(await world.run((ctx) => world.ports.shadowTools.find(ctx, next.id))).toEqual(next);
    });

    it("refuse unique names that are taken, and write nothing", async () => {
      const twin = { ...records.brick, id: world.newId(), name: "Autre" };
      expect(await world.run((ctx) => world.ports.bricks.insert(ctx, twin))).toBe(false);
      expect(await world.run((ctx) => world.ports.bricks.find(ctx, twin.id))).toBeNull();
      const again = { ...records.training, id: world.newId() };
      expect(await world.run((ctx) => world.ports.trainings.insert(ctx, again))).toBe(false);
    });

    it("page from the newest, within a subtree", async () => {
      const ids = [world.newId(), world.newId(), world.newId()];
      const newestFirst = [...ids, records.training.id].sort().reverse();
      await world.run(async (ctx) => {
        for (const [index, id] of ids.entries())
          await world.ports.trainings.insert(ctx, { ...records.training, id, year: 2026 + index });
      });
      const page = async (after: string | null, organisationId: string | null) => {
        const query = { organisationId, states: [], search: "", first: 2, after };
        return (await world.run((ctx) => world.ports.trainings.page(ctx, query))).map(({ id }) => id);
      };
      expect(await page(null, world.tree.economie)).toEqual(newestFirst.slice(0, 3));
      expect(await page(newestFirst[1] ?? null, null)).toEqual(newestFirst.slice(2));
      expect(await page(null, world.tree.culture)).toEqual([]);
    });

    it("narrow a page to states and to words, whatever the accents", async () => {
      const tool = {
        ...records.shadowTool,
        id: world.newId(),
        version: 1,
        vendor: "Éditeur Zêta",
        state: "closed" as const,
      };
      await world.run((ctx) => world.ports.shadowTools.insert(ctx, tool));
      const found = async (search: string, states: readonly string[] = []) => {
        const query = { organisationId: null, states, search, first: 25, after: null };
        return (await world.run((ctx) => world.ports.shadowTools.page(ctx, query))).map(({ id }) => id);
      };
      expect(await found("zeta EDITEUR")).toEqual([tool.id]);
      expect(await found("zeta editeur", ["declared"])).toEqual([]);
      expect(await found("", ["closed"])).toEqual([tool.id]);
      expect(await found("100 % _ '")).toEqual([]);
      expect(await found("?")).toEqual([]);
    });

    it("find what hangs from use cases, oldest first", async () => {
      const later = { ...records.score, id: world.newId(), state: "draft" as const };
      const found = await world.run(async (ctx) => {
        await world.ports.scores.insert(ctx, later);
        return world.ports.scores.ofUseCases(ctx, [useCase.id]);
      });
      expect(found).toEqual([records.score, later].sort((a, b) => (a.id < b.id ? -1 : 1)));
    });

    it("know which bricks a use case is built with, once each", async () => {
      const use = { useCaseId: useCase.id, organisationId: useCase.organisationId, brickId: records.brick.id };
      await world.run(async (ctx) => {
        for (const _ of [1, 2]) await world.ports.brickUses.add(ctx, use);
      });
      const read = await world.run(async (ctx) => [
        [...(await world.ports.brickUses.brickIdsOf(ctx, [useCase.id]))],
        [...(await world.ports.brickUses.useCaseIdsOf(ctx, [records.brick.id]))],
      ]);
      expect(read).toEqual([[[useCase.id, [records.brick.id]]], [[records.brick.id, [useCase.id]]]]);
    });

    it("begin with equal weights, and take each version once", async () => {
      const [first] = await world.run((ctx) => world.ports.weights.versions(ctx));
      if (first === undefined) throw new Error("no weights");
      expect(first).toMatchObject({ version: 1, transversalBonus: 10 });
      const second = { ...first, version: 2, transversalBonus: 5, setBy: "cell" };
      const add = () => world.run((ctx) => world.ports.weights.add(ctx, second));
      expect([await add(), await add()]).toEqual([true, false]);
      expect(await world.run((ctx) => world.ports.weights.versions(ctx))).toEqual([first, second]);
    });
  });
}
