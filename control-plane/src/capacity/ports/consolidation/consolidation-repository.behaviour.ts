import { beforeEach, describe, expect, it } from "vitest";
import { syntheticState } from "../../../../../test/builders/synthetic-state.js";
import { aConsolidation } from "../../../../../test/builders/consolidation.builder.js";
import type { Context } from "../../../kernel/use-case.js";
import { consolidate } from "../../domain/consolidation/consolidate.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import type { NeedResult } from "../../domain/consolidation/consolidation.js";
import type { ConsolidationRepository } from "./consolidation-repository.port.js";

/** A repository on a world that holds the campaign, the ministries and the needs of this State. */
export interface ConsolidationWorld {
  readonly consolidations: ConsolidationRepository;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

export const smallState: ConsolidationInput = syntheticState({ ministries: 3, needsEach: 5, quarters: 2, seed: 5 });
const campaignId = smallState.campaign.id;
const uuid = (last: string): string => `01890000-0000-7000-8000-0000000000${last}`;
const asked = (last: string, hour = 8) =>
  aConsolidation({
    id: uuid(last),
    campaignId,
    requestedAt: new Date(`2026-11-02T${String(hour).padStart(2, "0")}:00:00Z`),
  });

/** One suite for every adapter. */
export function consolidationRepositoryBehaviour(name: string, makeWorld: () => Promise<ConsolidationWorld>): void {
  describe(`consolidations (${name})`, () => {
    let world: ConsolidationWorld;
    beforeEach(async () => {
      world = await makeWorld();
    });
    const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 9, minute));
    const computed = {
      state: "computed",
      inputDigest: "ab".repeat(32),
      reportDigest: "cd".repeat(32),
      computedAt: new Date("2026-11-02T09:00:00Z"),
      progress: 1,
    } as const;

    it("computes one of a campaign at a time, newest first in its list", async () => {
      const { consolidations } = world;
      await world.run(async (ctx) => {
        expect(await consolidations.insert(ctx, asked("c1"))).toBe(true);
        expect(await consolidations.insert(ctx, asked("c2", 9))).toBe(false);
        expect(await consolidations.update(ctx, { ...asked("c1"), state: "cancelled", version: 2 })).toBe(true);
        expect(await consolidations.insert(ctx, asked("c2", 9))).toBe(true);
        expect((await consolidations.ofCampaign(ctx, campaignId)).map(({ id }) => id)).toEqual([
          uuid("c2"),
          uuid("c1"),
        ]);
        expect(await consolidations.find(ctx, uuid("c1"))).toEqual({ ...asked("c1"), state: "cancelled", version: 2 });
        expect(await consolidations.find(ctx, "nonsense")).toBeNull();
      });
    });

    it("is told how far it is, until it ends", async () => {
      const { consolidations } = world;
      await world.run(async (ctx) => {
        await consolidations.insert(ctx, asked("c1"));
        expect(await consolidations.advance(ctx, uuid("c1"), 0.5)).toBe(true);
        expect(await consolidations.find(ctx, uuid("c1"))).toMatchObject({ progress: 0.5, version: 1 });
        await consolidations.update(ctx, { ...asked("c1"), state: "cancelled", version: 2 });
        expect(await consolidations.advance(ctx, uuid("c1"), 0.6)).toBe(false);
      });
    });

    it("moves from the version it was read at only, and is published once a campaign", async () => {
      const { consolidations } = world;
      const { supplier } = consolidate(smallState);
      const moved = (last: string, changes: object) => ({ ...asked(last), ...computed, supplier, ...changes });
      await world.run(async (ctx) => {
        for (const last of ["c1", "c2"]) {
          await consolidations.insert(ctx, asked(last));
          expect(await consolidations.update(ctx, moved(last, { version: 2 }))).toBe(true);
          expect(await consolidations.update(ctx, moved(last, { state: "reviewed", version: 2 }))).toBe(false);
          await consolidations.update(ctx, moved(last, { state: "reviewed", reviewedBy: "andrea", version: 3 }));
        }
        const published = { state: "published", publishedBy: "lou", publishedAt: at(30), version: 4 };
        expect(await consolidations.update(ctx, moved("c1", published))).toBe(true);
        expect(await consolidations.update(ctx, moved("c2", published))).toBe(false);
        expect(await consolidations.find(ctx, uuid("c1"))).toMatchObject({ supplier, state: "published" });
      });
    });

    it("keeps what was computed as it was, and pages its needs", async () => {
      const { consolidations } = world;
      const done = consolidate(smallState);
      await world.run(async (ctx) => {
        await consolidations.insert(ctx, asked("c1"));
        expect(await consolidations.report(ctx, uuid("c1"))).toBeNull();
        await consolidations.keep(ctx, uuid("c1"), smallState, done);
        expect(await consolidations.report(ctx, uuid("c1"))).toEqual(done.report);
        expect(await consolidations.input(ctx, uuid("c1"))).toEqual(smallState);
        expect(await consolidations.cells(ctx, uuid("c1"))).toEqual(done.report.cells);
        const names = await consolidations.ministryNames(ctx, uuid("c1"));
        expect([...names.values()].sort()).toEqual(["Ministère 1", "Ministère 2", "Ministère 3"]);
        const seen: NeedResult[] = [];
        let after: readonly [string, string, string] | null = null;
        for (;;) {
          const rows = await consolidations.needs(ctx, { consolidationId: uuid("c1"), first: 7, after });
          const page = rows.slice(0, 7);
          seen.push(...page);
          const last = page.at(-1);
          if (rows.length <= 7 || last === undefined) break;
          after = [last.reference, last.needId, last.quarter];
        }
        const order = (row: NeedResult): string => `${row.reference} ${row.needId} ${row.quarter}`;
        expect(seen).toEqual([...done.needs].sort((a, b) => (order(a) < order(b) ? -1 : 1)));
      });
    });
  });
}
