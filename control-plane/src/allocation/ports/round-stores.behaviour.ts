import { beforeEach, describe, expect, it } from "vitest";
import { aRound, aRoundLine } from "../../../../test/builders/memory-rounds.js";
import { systemIds } from "../../kernel/id-source.js";
import type { Context } from "../../kernel/use-case.js";
import type { RoundJob } from "../domain/rounds/round-job.js";
import type { RoundPorts } from "./round-ports.js";

/** Two organisations of a State, and stores without any round. */
export interface RoundStoresWorld {
  readonly state: string;
  readonly ministry: string;
  readonly ports: Pick<RoundPorts, "rounds" | "opinions" | "jobs">;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const EVERYTHING = { organisationId: null, criticality: null, outcomes: [], first: 10, after: null } as const;

/** What every store of rounds must do. */
export function roundStoresBehaviour(adapter: string, makeWorld: () => Promise<RoundStoresWorld>): void {
  describe(`rounds on ${adapter}`, () => {
    let world: RoundStoresWorld;
    beforeEach(async () => {
      world = await makeWorld();
    });
    const stored = (fields: Parameters<typeof aRound>[0] = {}) =>
      world.run(async (ctx) => {
        const round = aRound({ id: ctx.ids.next(), organisationId: world.state, ...fields });
        await world.ports.rounds.insert(ctx, round);
        return round;
      });
    const storedLine = (roundId: string, fields: Parameters<typeof aRoundLine>[0] = {}) =>
      world.run(async (ctx) => {
        const [organisationId, ministryId] = [world.ministry, world.ministry];
        const line = aRoundLine({ id: ctx.ids.next(), roundId, organisationId, ministryId, ...fields });
        await world.ports.rounds.insertLine(ctx, line);
        return line;
      });

    it("keeps a round and its lines as they were given, whatever they hold", async () => {
      const at = new Date("2026-10-02T08:00:00.123Z");
      const round = await stored({
        ...{ expiresAt: at, closesAt: at, state: "granted", track: "continu" },
        proposal: { by: "one", at, grantsDigest: "d" },
        decision: { by: "two", at, reason: "oui" },
        review: { by: "three", at, text: "vu" },
        solution: { method: "greedy", gapPct: null, inputsDigest: "i", jobId: "j", at: at.toISOString() },
      });
      const line = await storedLine(round.id, {
        amended: { by: "one", reason: "parce que" },
        asks: [null],
        hasCalendar: true,
      });
      expect(await world.run((ctx) => world.ports.rounds.find(ctx, round.id))).toEqual(round);
      expect(await world.run((ctx) => world.ports.rounds.findLine(ctx, line.id))).toEqual(line);
      expect(await world.run((ctx) => world.ports.rounds.find(ctx, line.id))).toBeNull();
    });

    it("takes the next version of what is stored, and no other", async () => {
      const round = await stored();
      const line = await storedLine(round.id);
      const next = { ...round, title: "Printemps", version: round.version + 1 };
      expect(await world.run((ctx) => world.ports.rounds.update(ctx, next))).toBe(true);
      expect(await world.run((ctx) => world.ports.rounds.update(ctx, next))).toBe(false);
      expect(await world.run((ctx) => world.ports.rounds.find(ctx, round.id))).toEqual(next);
      const decided = { ...line, placements: [[]], outcome: "refused", version: line.version + 1 } as const;
      expect(await world.run((ctx) => world.ports.rounds.updateLines(ctx, [decided]))).toBe(true);
      expect(await world.run((ctx) => world.ports.rounds.updateLines(ctx, [decided]))).toBe(false);
      expect(await world.run((ctx) => world.ports.rounds.updateLine(ctx, { ...decided, version: 7 }))).toBe(true);
      expect(await world.run((ctx) => world.ports.rounds.findLine(ctx, line.id))).toEqual({ ...decided, version: 7 });
    });

    it("pages rounds from the newest and lines by class, with filters", async () => {
      const day = (date: number) => new Date(Date.UTC(2026, 8, date));
      const [old, recent] = [await stored({ openedAt: day(1) }), await stored({ openedAt: day(2), track: "continu" })];
      const query = { tracks: [], states: [], first: 1, after: null };
      const first = await world.run((ctx) => world.ports.rounds.page(ctx, query));
      expect(first.map(({ id }) => id)).toEqual([recent.id, old.id]);
      const after = { openedAt: recent.openedAt.toISOString(), id: recent.id };
      expect((await world.run((ctx) => world.ports.rounds.page(ctx, { ...query, after }))).map(({ id }) => id)).toEqual(
        [old.id],
      );
      expect(await world.run((ctx) => world.ports.rounds.page(ctx, { ...query, tracks: ["continu"] }))).toEqual([
        recent,
      ]);
      expect(await world.run((ctx) => world.ports.rounds.page(ctx, { ...query, states: ["closed"] }))).toEqual([]);

      const vital = await storedLine(old.id, { criticality: 1, outcome: "granted" });
      const plain = [await storedLine(old.id, { criticality: 3 }), await storedLine(old.id, { criticality: 3 })];
      const lines = async (more: object) =>
        (await world.run((ctx) => world.ports.rounds.linePage(ctx, { ...EVERYTHING, roundId: old.id, ...more }))).map(
          ({ id }) => id,
        );
      const byId = plain.map(({ id }) => id).sort();
      expect(await lines({})).toEqual([vital.id, ...byId]);
      expect(await lines({ first: 1, after: { criticality: 3, id: byId[0] } })).toEqual([byId[1]]);
      expect(await lines({ criticality: 1 })).toEqual([vital.id]);
      expect(await lines({ outcomes: ["partial"] })).toEqual(byId);
      expect(await lines({ organisationId: world.ministry })).toHaveLength(3);
      expect(await lines({ organisationId: systemIds.next() })).toEqual([]);
    });

    it("keeps opinions in their order", async () => {
      const round = await stored();
      const opinion = (told: string) =>
        world.run((ctx) => {
          const about = { id: ctx.ids.next(), roundId: round.id, lineId: null, organisationId: world.state };
          return world.ports.opinions.add(ctx, { ...about, by: "one", verdict: "reserved", told, at: ctx.clock.now() });
        });
      await opinion("first");
      await opinion("second");
      const told = (await world.run((ctx) => world.ports.opinions.list(ctx, round.id))).map((each) => each.told);
      expect(told).toEqual(["first", "second"]);
    });

    it("runs one solution of a round at a time, until it ends", async () => {
      const round = await stored();
      const { jobs } = world.ports;
      const begin = (fields: Partial<RoundJob> = {}) =>
        world.run(async (ctx) => {
          const at = ctx.clock.now();
          const job: RoundJob = {
            ...{ id: ctx.ids.next(), roundId: round.id, organisationId: world.state, kind: "solve", state: "running" },
            ...{ progress: 0, asked: { kind: "solve" }, result: null, failure: null, requestedBy: "one" },
            ...{ createdAt: at, finishedAt: null },
            ...fields,
          };
          return { job, began: await jobs.insert(ctx, job) };
        });
      const read = (id: string) => world.run((ctx) => jobs.find(ctx, id));
      const first = await begin();
      expect(first.began).toBe(true);
      expect((await begin()).began).toBe(false);
      expect((await begin({ kind: "what_if" })).began).toBe(true);
      const advance = (progress: number) => world.run((ctx) => jobs.advance(ctx, first.job.id, progress));
      expect([await advance(0.5), await advance(0.25)]).toEqual([true, true]);
      expect(await read(first.job.id)).toMatchObject({ progress: 0.5, asked: { kind: "solve" } });
      const end = { state: "done", result: { gapPct: 0 }, failure: null } as const;
      expect(await world.run((ctx) => jobs.finish(ctx, first.job.id, end))).toBe(true);
      expect(await world.run((ctx) => jobs.finish(ctx, first.job.id, end))).toBe(false);
      expect(await advance(0.75)).toBe(false);
      expect(await read(first.job.id)).toMatchObject({ state: "done", progress: 1, result: { gapPct: 0 } });
      expect((await begin()).began).toBe(true);
      expect(await world.run((ctx) => jobs.list(ctx, round.id))).toHaveLength(3);
    });
  });
}
