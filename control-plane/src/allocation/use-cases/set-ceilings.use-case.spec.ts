import { beforeEach, describe, expect, it } from "vitest";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import { MemoryAllocationRepository } from "../../../../test/fakes/memory/allocation/memory-allocation.repository.js";
import { MemoryBudgets } from "../../../../test/fakes/memory/allocation/memory-budgets.js";
import { MemoryNodeDirectory } from "../../../../test/fakes/memory/allocation/memory-tree.js";
import { MemoryUsageLimitRepository } from "../../../../test/fakes/memory/allocation/memory-usage-limit.repository.js";
import { allocationSnapshot } from "./allocation-snapshot.js";
import { setBudgetUseCase } from "./set-budget.use-case.js";
import { setUsageLimitUseCase } from "./set-usage-limit.use-case.js";

const NODE = "0199c000-0000-7000-8000-000000000001";
const system = systemActor("test");
const nodes = new MemoryNodeDirectory([
  { id: NODE, type: "use_case", name: "Courrier", organisationId: "police", path: [NODE, "police", "state"] },
]);
const reason = "Décision du comité";

describe("ceilings", () => {
  let memory: MemoryRunner;
  let budgets: MemoryBudgets;
  let limits: MemoryUsageLimitRepository;
  beforeEach(() => {
    memory = memoryRunner();
    budgets = new MemoryBudgets();
    limits = new MemoryUsageLimitRepository();
  });
  const setBudget = (changes: object = {}) =>
    memory.runner.run(system, setBudgetUseCase({ nodes, budgets }), {
      nodeId: NODE,
      unit: "token",
      period: "month",
      amount: 500,
      reason,
      ...changes,
    });
  const setLimit = (value: number) =>
    memory.runner.run(system, setUsageLimitUseCase({ nodes, limits }), {
      nodeId: NODE,
      kind: "concurrency",
      value,
      reason,
    });

  it("are one per node, unit and period, and the journal knows each change", async () => {
    const first = await setBudget();
    expect(await setBudget({ amount: 900 })).toMatchObject({
      ok: true,
      value: { amount: 900, ...(first.ok ? { id: first.value.id } : {}) },
    });
    await setBudget({ period: "day" });
    expect(await budgets.list(memory.transactions.contextOf(system))).toHaveLength(2);
    expect(memory.journal.events.map(({ event }) => event.data["amount"])).toEqual([500, 900, 500]);
  });

  it.each([{ amount: 0.5 }, { amount: -1 }, { unit: "gpu_hour" }, { period: "week" }, { reason: "" }])(
    "refuse %o",
    async (changes) => {
      expect(await setBudget(changes)).toMatchObject({ refusal: { kind: "InvalidInput" } });
    },
  );

  it("do not exist without their node", async () => {
    expect(await setBudget({ nodeId: "0199c000-0000-7000-8000-00000000dead" })).toMatchObject({
      refusal: { code: "node.not_found" },
    });
  });

  it("reach the snapshot with the period that holds, and without a name", async () => {
    await setBudget();
    await setLimit(3);
    await setLimit(8);
    const ports = { allocations: new MemoryAllocationRepository(), budgets, limits };
    const snapshot = await allocationSnapshot(ports)(memory.transactions.contextOf(system));
    expect(snapshot).toMatchObject({
      allocations: [],
      budgets: [
        {
          nodeId: NODE,
          unit: "token",
          amount: 500,
          period: "month",
          periodStart: Date.parse("2026-08-31T22:00:00Z"),
          periodEnd: Date.parse("2026-09-30T22:00:00Z"),
        },
      ],
      limits: [{ nodeId: NODE, kind: "concurrency", value: 8 }],
    });
    expect(Object.keys(snapshot.budgets[0] ?? {})).not.toContain("organisationId");
  });
});
