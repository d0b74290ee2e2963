import { expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { setBudget, settleUsage } from "../../control-plane/src/allocation/index.js";
import { allocationPorts } from "../../control-plane/src/allocation/allocation.composition.js";
import { noteThresholdUseCase } from "../../control-plane/src/allocation/use-cases/note-threshold.use-case.js";
import { thresholdWatch } from "../../control-plane/src/allocation/adapters/alerts/threshold-watch.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { servedScene } from "../builders/served-scene.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";
import { runnerOn } from "../fakes/run-on.js";

const db = useDatabase();
const system = systemActor("test");

it("tells once a period when a budget reaches 80, 95 and 100 %", async () => {
  const scene = await servedScene(db);
  const runner = runnerOn(db);
  const reason = "Décision du comité";
  const budget = { nodeId: scene.useCaseId, unit: "token", period: "month", amount: 1000, reason };
  expect(await runner.run(system, setBudget, budget)).toMatchObject({ ok: true });
  const watch = thresholdWatch(runner, allocationPorts.alerts, noteThresholdUseCase(allocationPorts));
  const path = { organisationId: scene.dgfip, useCaseId: scene.useCaseId, applicationId: scene.applicationId };
  const use = async (tokens: number): Promise<number[]> => {
    const amounts = { amounts: { inputTokens: tokens }, leased: [] };
    const charge = { ...path, ...amounts, modelId: scene.poolId, at: new Date() };
    await db.write(system, (ctx) => settleUsage(ctx, "r1", 1, [charge]));
    await Promise.all([watch.run(turn), watch.run(turn)]);
    const events = await db.write(system, (ctx) =>
      rowsOf<{ threshold: string }>(
        ctx,
        `SELECT data ->> 'threshold' AS threshold FROM governance_event
           WHERE use_case = 'allocation.note-threshold' ORDER BY id`,
      ),
    );
    return events.map(({ threshold }) => Number(threshold));
  };
  expect(await use(790)).toEqual([]);
  expect(await use(10)).toEqual([80]);
  expect(await use(1)).toEqual([80]);
  expect(await use(199)).toEqual([80, 95, 100]);
});
