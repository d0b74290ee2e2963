import { beforeEach, describe, expect, it } from "vitest";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor, type PersonActor } from "../../kernel/actor.js";
import { MemoryAllocationRepository } from "../../../../test/fakes/memory/allocation/memory-allocation.repository.js";
import { MemoryNodeDirectory, MemoryPoolDirectory } from "../../../../test/fakes/memory/allocation/memory-tree.js";
import { grantAllocationUseCase } from "./grant-allocation.use-case.js";

const id = (tail: number): string => `0199c000-0000-7000-8000-${String(tail).padStart(12, "0")}`;
const [STATE, INTERIOR, POLICE, JUSTICE, POOL] = [id(1), id(2), id(3), id(4), id(9)];
const organisation = (...path: string[]) =>
  ({ id: path[0] ?? "", type: "organisation", name: path[0] ?? "", organisationId: path[0] ?? "", path }) as const;
const nodes = new MemoryNodeDirectory([
  organisation(STATE),
  organisation(INTERIOR, STATE),
  organisation(POLICE, INTERIOR, STATE),
  organisation(JUSTICE, STATE),
]);
const pools = new MemoryPoolDirectory([{ id: POOL, gpuCount: 10 }]);
const system = systemActor("test");
const wanted = { poolId: POOL, nodeId: INTERIOR, nominal: 4, guarantee: 1, weight: 1, reason: "Décision du comité" };
const operatorOf = (...organisations: string[]): PersonActor => ({
  kind: "person",
  id: "operator",
  name: "Camille",
  memberships: organisations.map((organisationId) => ({ organisationId, role: "ariane_operator" })),
  contractor: false,
  mfa: true,
});

describe("grant-allocation", () => {
  let memory: MemoryRunner;
  let allocations: MemoryAllocationRepository;
  beforeEach(() => {
    memory = memoryRunner();
    allocations = new MemoryAllocationRepository();
  });
  const grant = (changes: object = {}, actor: PersonActor | typeof system = system) =>
    memory.runner.run(actor, grantAllocationUseCase({ nodes, pools, allocations }), { ...wanted, ...changes });
  const stored = () => allocations.list(memory.transactions.contextOf(system), POOL);

  it("records the right and tells the journal why", async () => {
    expect(await grant({ lendLimit: 2 })).toMatchObject({
      ok: true,
      value: { nominal: 4, lendLimit: 2, borrowLimit: null },
    });
    expect(memory.journal.events).toMatchObject([
      {
        useCase: "allocation.grant-allocation",
        event: {
          organisationId: INTERIOR,
          subjectType: "Allocation",
          data: { nominal: 4, reason: "Décision du comité" },
        },
      },
    ]);
  });

  it("changes a right in place", async () => {
    await grant();
    const [first] = await stored();
    await grant({ nominal: 9 });
    expect(await stored()).toEqual([{ ...first, nominal: 9 }]);
  });

  it("refuses more than the pool holds and leaves what was granted", async () => {
    await grant({ nominal: 8 });
    const refused = await grant({ nodeId: JUSTICE, nominal: 3 });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "GuardRefusal", code: "allocation.exceeds_right" } });
    expect(await stored()).toHaveLength(1);
    expect(memory.journal.events).toHaveLength(1);
  });

  it("does not know other nodes and pools", async () => {
    expect(await grant({ nodeId: id(77) })).toMatchObject({ refusal: { code: "node.not_found" } });
    expect(await grant({ poolId: id(77) })).toMatchObject({ refusal: { code: "pool.not_found" } });
  });

  it.each([
    [{ nominal: -1 }, "nominal"],
    [{ nominal: 1.001 }, "nominal"],
    [{ guarantee: Number.NaN }, "guarantee"],
    [{ weight: -0.5 }, "weight"],
    [{ criticality: 5 }, "criticality"],
    [{ historyFactor: -1 }, "historyFactor"],
    [{ nodeId: "interior" }, "nodeId"],
    [{ reason: "parce que" }, "reason"],
  ])("refuses the input %o", async (changes, path) => {
    expect(await grant(changes)).toMatchObject({ refusal: { kind: "InvalidInput", issues: [{ path }] } });
  });

  it.each([
    [[INTERIOR], INTERIOR, false],
    [[INTERIOR], POLICE, false],
    [[POLICE], INTERIOR, true],
    [[STATE], STATE, false],
    [[STATE], INTERIOR, true],
    [[STATE, INTERIOR], POLICE, false],
    [[JUSTICE], INTERIOR, true],
  ])("for an operator of %j granting to %s", async (organisations, nodeId, allowed) => {
    const result = await grant({ nodeId }, operatorOf(...organisations));
    expect(result.ok).toBe(allowed);
    if (!result.ok) expect(result.refusal).toMatchObject({ kind: "Forbidden", code: "allocation.own_organisation" });
  });
});
