import { expect, it } from "vitest";
import { turn } from "../../../../../test/fakes/kept-jobs.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import type { Crossing } from "../../ports/budget-alert.port.js";
import { noteThresholdUseCase } from "../../use-cases/note-threshold.use-case.js";
import { thresholdWatch } from "./threshold-watch.js";

const budgets = ["1", "2", "3"].map((last) => `01890000-0000-7000-8000-00000000000${last}`);
const crossings: readonly Crossing[] = budgets.map((budgetId) => ({
  ...{ budgetId, periodStart: new Date("2026-09-01T00:00:00Z"), threshold: 80, organisationId: budgetId },
  ...{ nodeId: budgetId, unit: "token", amount: 1000, settled: 800 },
}));

it("tells every budget that it can, and then what it could not", async () => {
  const told: string[] = [];
  const alerts = {
    due: () => Promise.resolve(crossings),
    note: (_ctx: unknown, { budgetId }: { readonly budgetId: string }) => {
      if (budgetId === budgets[1]) return Promise.reject(new Error("this row cannot be written"));
      told.push(budgetId);
      return Promise.resolve(true);
    },
  };
  const { runner } = memoryRunner();
  const watch = thresholdWatch(runner, alerts, noteThresholdUseCase({ alerts }));
  await expect(watch.run(turn)).rejects.toThrow("1 of 3 failed");
  expect(told).toEqual([budgets[0], budgets[2]]);
});

it("does not pass over alerts that it cannot read", async () => {
  const alerts = { due: () => Promise.reject(new Error("no such table")), note: () => Promise.resolve(true) };
  const { runner } = memoryRunner();
  await expect(thresholdWatch(runner, alerts, noteThresholdUseCase({ alerts })).run(turn)).rejects.toThrow(
    "no such table",
  );
});
