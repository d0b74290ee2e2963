import { describe, expect, it } from "vitest";
import { aCampaign, aNeed } from "../../../../../test/builders/capacity.builder.js";
import { memoryRounds, ROUND_TREE, type MemoryRounds } from "../../../../../test/builders/memory-rounds.js";
import { systemActor } from "../../../kernel/actor.js";
import { USUAL_TERMS, type Allocation } from "../../domain/allocation.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundLine } from "../../domain/rounds/round-line.js";

const { state, ministry, other, pool, useCase, consolidation } = ROUND_TREE;
const system = systemActor("test");
const why = "Décision du comité du 2 mars";

const inTransaction = (world: MemoryRounds) => world.transactions.contextOf(system);
const right = (nodeId: string, nominal: number, guarantee = 0): Allocation => ({
  ...{
    id: `right-${nodeId}`,
    poolId: pool,
    nodeId,
    nodeType: "organisation",
    organisationId: nodeId,
    nominal,
    guarantee,
  },
  ...USUAL_TERMS,
  ...{ lendLimit: null, borrowLimit: null, weight: 1 },
});
const rightsOn = async (world: MemoryRounds, day: string): Promise<Record<string, number>> => {
  const rights = await world.ports.allocations.listAt(inTransaction(world), pool, new Date(`${day}T12:00:00Z`));
  return Object.fromEntries(rights.map(({ nodeId, nominal }) => [nodeId, nominal]));
};
const lineOf = async (world: MemoryRounds, round: Round): Promise<RoundLine> => {
  const [line] = await world.ports.rounds.lines(inTransaction(world), round.id);
  if (line === undefined) throw new Error("the round has a line");
  return line;
};
const on = ({ id, version }: Round) => ({ roundId: id, expectedVersion: version, reason: why });
const granted = (gpus: number): Partial<RoundLine> => ({
  ...{
    placements: [[{ poolId: pool, gpus }]],
    outcome: "granted",
    asks: [{ low: 1, likely: gpus, high: 8, minUseful: 1 }],
  },
});

describe("a voted round", () => {
  it("becomes rights on its day: the ministry's, with the use case's carved out of it, until something replaces them", async () => {
    const world = memoryRounds();
    await world.ports.allocations.save(inTransaction(world), right(other, 3));
    const { round } = await world.store({ state: "granted" }, { ...granted(4), useCaseId: useCase });
    expect(await world.runner.run(system, world.useCases.steps.activate, on(round))).toMatchObject({
      value: { state: "active" },
    });
    expect(await rightsOn(world, "2026-09-15")).toEqual({ [other]: 3 });
    expect(await rightsOn(world, "2026-10-01")).toEqual({ [other]: 3, [ministry]: 4, [useCase]: 4 });
    expect(await rightsOn(world, "2028-01-01")).toEqual({ [other]: 3, [ministry]: 4, [useCase]: 4 });
  });

  it("never goes under a guarantee, and says in which order GPUs are given back", async () => {
    const world = memoryRounds();
    await world.ports.allocations.save(inTransaction(world), right(ministry, 8, 5));
    world.clock.moveTo(new Date("2026-10-05T08:00:00Z"));
    const { round } = await world.store({ state: "partial" }, granted(1));
    await world.runner.run(system, world.useCases.steps.activate, on(round));
    expect(await rightsOn(world, "2026-10-06")).toEqual({ [ministry]: 5 });
    expect(world.journal.events.at(-1)?.event.data["cuts"]).toEqual({
      [pool]: [{ kind: "stop_borrowing" }, { kind: "lower_right", nodeId: ministry, gpus: 3 }],
    });
  });

  it("is refused whole when its pools no longer hold it", async () => {
    const world = memoryRounds();
    const { round } = await world.store({ state: "granted" }, granted(6));
    await world.ports.allocations.save(inTransaction(world), right(other, 3));
    const result = await world.runner.run(system, world.useCases.steps.activate, on(round));
    expect(result).toMatchObject({
      refusal: { code: "round.no_longer_fits", conditions: [{ message: `${pool} in 2026Q4: 9 GPU owed of 8` }] },
    });
    expect(await rightsOn(world, "2026-10-06")).toEqual({ [other]: 3 });
  });

  it("adds to what is held and gives it back, when it is an emergency", async () => {
    const world = memoryRounds();
    await world.ports.allocations.save(inTransaction(world), right(ministry, 2));
    const urgent = {
      track: "urgence",
      organisationId: ministry,
      effectFrom: new Date("2026-10-01T00:00:00Z"),
    } as const;
    const { round } = await world.store(
      { ...urgent, state: "granted", expiresAt: new Date("2026-10-20T00:00:00Z") },
      granted(3),
    );
    await world.runner.run(system, world.useCases.steps.activate, on(round));
    expect(await rightsOn(world, "2026-10-10")).toEqual({ [ministry]: 5 });
    expect(await rightsOn(world, "2026-10-21")).toEqual({ [ministry]: 2 });
  });
});

describe("after the vote", () => {
  const midTerm = async (usedShare: number, hasCalendar = false) => {
    const from = new Date("2026-09-30T22:00:00Z");
    const elapsed = 45 * 86_400;
    const world = memoryRounds(undefined, new Map([[ministry, usedShare * 8 * elapsed]]));
    world.clock.moveTo(new Date(from.getTime() + elapsed * 1000));
    const { round, line } = await world.store({ state: "active", effectFrom: from }, { ...granted(8), hasCalendar });
    const result = await world.runner.run(system, world.useCases.clawBack, { ...on(round), lineId: line.id });
    return { world, round, result };
  };

  it("takes back (50 % − used) of a grant that is used under 30 %, unless a calendar was announced", async () => {
    const { world, round, result } = await midTerm(0.18);
    expect(result).toMatchObject({ value: { state: "clawback" } });
    expect(await lineOf(world, round)).toMatchObject({ placements: [[{ poolId: pool, gpus: 6 }]], outcome: "partial" });
    expect(await rightsOn(world, "2026-12-01")).toEqual({ [ministry]: 6 });
    expect(world.journal.events.at(-1)?.event.data).toMatchObject({ usedShare: 0.18, rule: "under-use/1" });
    expect((await midTerm(0.4)).result).toMatchObject({ refusal: { code: "round.used_enough" } });
    expect((await midTerm(0.18, true)).result).toMatchObject({ refusal: { code: "round.used_enough" } });
  });

  it("tells the need of a grant taken back that it has less", async () => {
    const world = memoryRounds(undefined, new Map([[ministry, 0]]));
    world.clock.moveTo(new Date("2026-11-15T08:00:00Z"));
    const needId = "0199c000-0000-7000-8000-000000000031";
    await world.capacity.campaigns.insert(inTransaction(world), aCampaign(), null);
    await world.capacity.needs.insert(
      inTransaction(world),
      aNeed({ id: needId, organisationId: ministry, state: "matched" }),
      null,
    );
    const effectFrom = new Date("2026-09-30T22:00:00Z");
    const { round, line } = await world.store({ state: "active", effectFrom }, { ...granted(8), needId });
    await world.runner.run(system, world.useCases.clawBack, { ...on(round), lineId: line.id });
    const need = await world.capacity.needs.find(inTransaction(world), needId);
    expect(need).toMatchObject({ state: "partially_matched" });
  });

  it("a complement is a draft on the quarters that remain, which adds", async () => {
    const world = memoryRounds();
    world.clock.moveTo(new Date("2027-01-10T08:00:00Z"));
    const quarters = ["2026Q4", "2027Q1", "2027Q2"];
    const { round } = await world.store({ state: "active", quarters });
    const result = await world.runner.run(system, world.useCases.steps.complement, on(round));
    expect(result).toMatchObject({ value: { state: "draft", parentId: round.id, quarters: ["2027Q1", "2027Q2"] } });
    expect(await world.ports.rounds.find(inTransaction(world), round.id)).toMatchObject({ state: "complement" });
  });
});

describe("a request that names a need", () => {
  it.each([
    ["its own, which ARIANE took over", ministry, "0199c000-0000-7000-8000-000000000031", undefined],
    ["another organisation's", other, "0199c000-0000-7000-8000-000000000031", "round.need_not_accepted"],
    ["one that nobody took over", ministry, "0199c000-0000-7000-8000-000000000032", "round.need_not_accepted"],
  ])("%s, is answered %j", async (_, organisationId, needId, code) => {
    const world = memoryRounds();
    const { round } = await world.store({ state: "draft", track: "continu" });
    const result = await world.runner.run(system, world.useCases.request, {
      ...{ roundId: round.id, organisationId, needId, title: "Courriers", gpuClasses: ["H100"], labels: ["internal"] },
      ...{ criticality: 2, score: 1, asks: [{ low: 1, likely: 1, high: 1, minUseful: 1 }] },
    });
    expect(result.ok ? undefined : result.refusal.code).toBe(code);
  });
});

describe("a call", () => {
  it("takes the needs that a campaign sized, once each, on the classes of its pools", async () => {
    const world = memoryRounds();
    const input = { track: "appel", title: "Automne", quarters: ["2026Q4", "2027Q1"], pools: [{ poolId: pool }] };
    const opened = await world.runner.run(system, world.useCases.open, input);
    if (!opened.ok) throw new Error(opened.refusal.message);
    const bring = (round: Round) =>
      world.runner.run(system, world.useCases.bring, {
        ...on(round),
        ...{ consolidationId: consolidation, gpuClasses: [{ gpuType: "H100 SXM", classes: ["H100"] }] },
      });
    const brought = await bring(opened.value);
    if (!brought.ok) throw new Error(brought.refusal.message);
    await bring(brought.value);
    expect(await world.ports.rounds.lines(inTransaction(world), opened.value.id)).toMatchObject([
      {
        title: "Courriers",
        useCaseId: useCase,
        ministryId: ministry,
        gpuClasses: ["H100"],
        score: 100,
        asks: [{ likely: 4 }, null],
      },
    ]);
  });

  it("has a complement that takes what the call left unmet, and nothing that it granted", async () => {
    const world = memoryRounds();
    const needId = "0199c000-0000-7000-8000-000000000031";
    const call = { state: "active", quarters: ["2026Q4"] } as const;
    const { round, line } = await world.store(call, { ...granted(3), needId, asks: [null], outcome: "partial" });
    const opened = await world.runner.run(system, world.useCases.steps.complement, on(round));
    if (!opened.ok) throw new Error(opened.refusal.message);
    await world.runner.run(system, world.useCases.bring, { ...on(opened.value), consolidationId: consolidation });
    expect(await lineOf(world, opened.value)).toMatchObject({
      needId,
      asks: [{ low: 0, likely: 1, high: 5, minUseful: 1 }],
    });
    expect(line.placements).toEqual([[{ poolId: pool, gpus: 3 }]]);
  });

  it.each([
    [{ track: "appel", organisationId: ministry }, "round.call_of_the_state"],
    [{ track: "appel", expiresAt: new Date("2026-12-01T00:00:00Z") }, "round.bad_dates"],
    [{ track: "urgence", expiresAt: new Date("2026-11-15T00:00:00Z") }, "round.bad_dates"],
    [{ track: "continu", effectFrom: new Date("2027-02-01T00:00:00Z") }, "round.bad_dates"],
    [{ track: "continu", closesAt: new Date("2026-08-01T00:00:00Z") }, "round.bad_dates"],
    [{ track: "continu", quarters: ["2026Q4", "2027Q2"] }, "input.invalid"],
    [{ track: "continu", pools: [{ poolId: state }] }, "pool.not_found"],
  ])("is not opened with %o", async (changes, code) => {
    const world = memoryRounds();
    const input = { title: "Automne", quarters: ["2026Q4"], pools: [{ poolId: pool }], ...changes };
    expect(await world.runner.run(system, world.useCases.open, input)).toMatchObject({ refusal: { code } });
  });
});
