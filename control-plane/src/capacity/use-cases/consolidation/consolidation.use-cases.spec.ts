import { describe, expect, it } from "vitest";
import { syntheticState } from "../../../../../test/builders/synthetic-state.js";
import { KeptJobs, turn } from "../../../../../test/fakes/kept-jobs.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor, type Actor } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import { CooperativeConsolidationEngine } from "../../adapters/jobs/cooperative-consolidation.engine.js";
import { MemoryConsolidationRepository } from "../../../../../test/fakes/memory/capacity/memory-consolidation.repository.js";
import { memoryCapacityPorts } from "../../../../../test/fakes/memory/capacity/memory-capacity-ports.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { cancelConsolidation } from "./cancel-consolidation.use-case.js";
import { computeConsolidation, type ComputationPorts } from "./compute-consolidation.js";
import { publishConsolidation } from "./publish-consolidation.use-case.js";
import { readConsolidation } from "./read-consolidation.js";
import { requestConsolidation } from "./request-consolidation.use-case.js";
import { reviewConsolidation } from "./review-consolidation.use-case.js";

const state = syntheticState({ ministries: 4, needsEach: 3, quarters: 2, seed: 2 });
const person = (id: string): Actor => ({
  kind: "person",
  id,
  name: id,
  memberships: [{ organisationId: "ariane", role: "ariane_operator" }],
  contractor: false,
  mfa: true,
});

async function scene(changes: Partial<Campaign> = {}) {
  const { runner, journal, ...rest } = memoryRunner();
  const ports: ComputationPorts = {
    ...memoryCapacityPorts([["ariane", "etat"]]),
    consolidations: new MemoryConsolidationRepository(),
    sources: { read: () => Promise.resolve(state), supplyFor: () => Promise.resolve({ ministryId: "", ...state }) },
    engine: new CooperativeConsolidationEngine(),
  };
  const campaign: Campaign = {
    id: state.campaign.id,
    name: state.campaign.name,
    kind: "capacity",
    state: "closed",
    opensAt: new Date("2026-09-01T00:00:00Z"),
    closesAt: new Date("2026-11-01T00:00:00Z"),
    scope: [],
    templateVersion: 1,
    quarters: state.campaign.quarters,
    reminderDays: [],
    createdBy: "test",
    createdAt: new Date("2026-08-01T00:00:00Z"),
    version: 1,
    ...changes,
  };
  await runner.read(systemActor("test"), (ctx) => ports.campaigns.insert(ctx, campaign, null));
  const request = () =>
    runner.run(person("andrea"), requestConsolidation({ ...ports, queue: new KeptJobs() }), {
      campaignId: campaign.id,
    });
  const compute = (id: string) =>
    computeConsolidation(ports, runner, (work) => runner.read(systemActor("test"), work), id, turn.signal);
  const find = (id: string) => runner.read(systemActor("test"), (ctx) => ports.consolidations.find(ctx, id));
  const step = (who: string, useCase: ReturnType<typeof reviewConsolidation>, id: string, expectedVersion: number) =>
    runner.run(person(who), useCase, { id, expectedVersion });
  return { runner, journal, ports, request, compute, find, step, ...rest };
}

async function requested(world: Awaited<ReturnType<typeof scene>>): Promise<string> {
  const asked = await world.request();
  if (!asked.ok) throw new Error(asked.refusal.message);
  return asked.value.id;
}

describe("a consolidation's life", () => {
  it("goes from its request to publication, each step an event with the digest it stands on", async () => {
    const world = await scene();
    const id = await requested(world);
    expect(await world.request()).toMatchObject({ ok: false, refusal: { code: "consolidation.computing" } });
    await world.compute(id);
    const done = await world.find(id);
    expect(done).toMatchObject({ state: "computed", version: 2, progress: 1 });
    expect((await world.step("andrea", reviewConsolidation(world.ports), id, 2)).ok).toBe(true);
    const own = await world.step("andrea", publishConsolidation(world.ports), id, 3);
    expect(own).toMatchObject({ ok: false, refusal: { code: "consolidation.other_person" } });
    expect((await world.step("lou", publishConsolidation(world.ports), id, 3)).ok).toBe(true);
    expect(world.journal.events.map(({ useCase }) => useCase.replace("capacity.", ""))).toEqual([
      "request-consolidation",
      "end-computation",
      "review-consolidation",
      "publish-consolidation",
      "transition-campaign",
    ]);
    expect(world.journal.events.at(-2)?.event.data).toMatchObject({ after: { inputDigest: done?.inputDigest } });
  });

  it("is not published before it is reviewed, nor moved from a version that does not stand", async () => {
    const world = await scene();
    const id = await requested(world);
    await world.compute(id);
    expect(await world.step("lou", publishConsolidation(world.ports), id, 2)).toMatchObject({
      refusal: { code: "consolidation.step" },
    });
    expect(await world.step("lou", reviewConsolidation(world.ports), id, 1)).toMatchObject({
      refusal: { code: "consolidation.changed" },
    });
  });

  it("keeps nothing once it is cancelled, however far it was", async () => {
    const world = await scene();
    const id = await requested(world);
    const sources = world.ports.sources;
    const cancelling: ComputationPorts = {
      ...world.ports,
      sources: {
        ...sources,
        read: async (ctx, campaign) => {
          await world.step("andrea", cancelConsolidation(world.ports), id, 1);
          return sources.read(ctx, campaign);
        },
      },
    };
    const write = <T>(work: (ctx: Context) => Promise<T>) => world.runner.read(systemActor("test"), work);
    await computeConsolidation(cancelling, world.runner, write, id, turn.signal);
    expect(await world.find(id)).toMatchObject({ state: "cancelled", inputDigest: null });
  });

  it("says why it failed", async () => {
    const world = await scene();
    const id = await requested(world);
    const failing: ComputationPorts = {
      ...world.ports,
      engine: { compute: () => Promise.reject(new Error("no memory left")) },
    };
    const write = <T>(work: (ctx: Context) => Promise<T>) => world.runner.read(systemActor("test"), work);
    await computeConsolidation(failing, world.runner, write, id, turn.signal);
    expect(await world.find(id)).toMatchObject({ state: "failed", failure: "no memory left" });
  });

  it("is of campaigns that asked for capacities, once they were opened", async () => {
    expect(await (await scene({ state: "draft" })).request()).toMatchObject({ refusal: { code: "campaign.opened" } });
    expect(await (await scene({ kind: "roadmap" })).request()).toMatchObject({
      refusal: { code: "campaign.capacity" },
    });
  });

  it("tells who reads no needs nothing before it is published, then what suppliers read", async () => {
    const world = await scene();
    const id = await requested(world);
    await world.compute(id);
    const seen = () => world.runner.read(person("maxime"), (ctx) => readConsolidation(world.ports)(ctx, id, false));
    expect(await seen()).toMatchObject({ report: null, cells: [], supplier: null, consolidation: { supplier: null } });
    await world.step("andrea", reviewConsolidation(world.ports), id, 2);
    await world.step("lou", publishConsolidation(world.ports), id, 3);
    expect(await seen()).toMatchObject({ report: null, cells: [], supplier: { rule: "k-3-85/1" } });
  });
});
