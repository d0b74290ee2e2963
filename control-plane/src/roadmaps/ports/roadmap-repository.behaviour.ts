import { beforeAll, describe, expect, it } from "vitest";
import { aDependency, anAction, coveredYears } from "../../../../test/builders/roadmap.builder.js";
import type { Context } from "../../kernel/use-case.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapRepository } from "./roadmap-repository.port.js";

/** Two bodies without a roadmap, and ids in ascending order. */
export interface RoadmapWorld {
  readonly roadmaps: RoadmapRepository;
  readonly bodies: readonly [string, string];
  newId(): string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

/** What every repository of roadmaps must do. */
export function roadmapRepositoryBehaviour(adapter: string, makeWorld: () => Promise<RoadmapWorld>): void {
  describe(`roadmaps on ${adapter}`, () => {
    let world: RoadmapWorld;
    let roadmap: Roadmap;
    beforeAll(async () => {
      world = await makeWorld();
      roadmap = {
        id: world.newId(),
        organisationId: world.bodies[0],
        year: 2026,
        state: "draft",
        declaredBy: "author",
        submittedAt: null,
        version: 1,
      };
      await world.run((ctx) => world.roadmaps.insert(ctx, roadmap));
    });
    const content = async () => (await world.run((ctx) => world.roadmaps.contents(ctx, [roadmap.id]))).get(roadmap.id);

    it("finds one by id, by ministry and year, and all of a year", async () => {
      const { roadmaps, bodies } = world;
      expect(await world.run((ctx) => roadmaps.find(ctx, roadmap.id))).toEqual(roadmap);
      expect(await world.run((ctx) => roadmaps.find(ctx, "no-such-id"))).toBeNull();
      expect(await world.run((ctx) => roadmaps.findOf(ctx, bodies[0], 2026))).toEqual(roadmap);
      expect(await world.run((ctx) => roadmaps.findOf(ctx, bodies[1], 2026))).toBeNull();
      expect(await world.run((ctx) => roadmaps.ofYear(ctx, 2026))).toEqual([roadmap]);
    });

    it("writes a version only over the one before it", async () => {
      const next = { ...roadmap, state: "ministry_validated" as const, version: 2 };
      const update = () => world.run((ctx) => world.roadmaps.update(ctx, next));
      expect(await update()).toBe(true);
      expect(await update()).toBe(false);
      roadmap = next;
    });

    it("keeps lines in the order of their first saving, replaces them, and removes what hangs from them", async () => {
      const { roadmaps } = world;
      const [first, second] = [aDependency({ id: world.newId() }), aDependency({ id: world.newId() })];
      const action = anAction({ id: world.newId(), dependencyId: second.id });
      const save = (line: Parameters<RoadmapRepository["saveLine"]>[2]) =>
        world.run((ctx) => roadmaps.saveLine(ctx, roadmap, line));
      await save({ kind: "dependency", value: first });
      await save({ kind: "dependency", value: second });
      await save({ kind: "action", value: action });
      await save({ kind: "dependency", value: { ...first, product: "ESXi" } });
      await world.run((ctx) =>
        roadmaps.saveTrajectory(ctx, roadmap, coveredYears.plannedSpend, coveredYears.trajectory),
      );
      expect(await content()).toEqual({
        dependencies: [{ ...first, product: "ESXi" }, second],
        actions: [action],
        exitPlans: [],
        ...coveredYears,
      });
      await world.run((ctx) => roadmaps.removeLine(ctx, roadmap, "dependency", second.id));
      expect((await content())?.actions).toEqual([]);
      expect((await content())?.dependencies).toHaveLength(1);
    });

    it("keeps history in order", async () => {
      const event = (minute: number, reason: string) => ({
        id: world.newId(),
        roadmapId: roadmap.id,
        organisationId: roadmap.organisationId,
        at: new Date(Date.UTC(2026, 9, 1, 8, minute)),
        from: "draft" as const,
        to: "ministry_validated" as const,
        by: "validator",
        reason,
      });
      const [one, two] = [event(1, "first"), event(2, "second")];
      await world.run(async (ctx) => {
        await world.roadmaps.appendEvent(ctx, one);
        await world.roadmaps.appendEvent(ctx, two);
      });
      expect(await world.run((ctx) => world.roadmaps.events(ctx, [roadmap.id]))).toEqual([one, two]);
    });
  });
}
