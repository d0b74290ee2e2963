import { systemActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { doAll } from "../../../platform/jobs/do-all.js";
import type { RecurringJob } from "../../../platform/jobs/job.js";
import { THRESHOLDS } from "../../domain/budget.js";
import type { BudgetAlertStore } from "../../ports/budget-alert.port.js";
import type { noteThresholdUseCase } from "../../use-cases/note-threshold.use-case.js";

const actor = systemActor("thresholds");

/**
 * Looks every few seconds for budgets that reached a threshold and has it told once: apart from the ingestion of usage,
 * which must not wait for it.
 */
export const thresholdWatch = (
  runner: UseCaseRunner,
  alerts: BudgetAlertStore,
  note: ReturnType<typeof noteThresholdUseCase>,
): RecurringJob => ({
  name: "allocation.watch-thresholds",
  everySeconds: 5,
  async run(turn) {
    const due = await runner.read(actor, (ctx) => alerts.due(ctx, ctx.clock.now(), THRESHOLDS));
    await doAll(due, turn, (crossing) => runner.run(actor, note, crossing));
  },
});
