import { z } from "zod";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { BudgetAlertStore } from "../ports/budget-alert.port.js";

export interface NoteThresholdPorts {
  readonly alerts: BudgetAlertStore;
}

const input = z.object({
  budgetId: z.uuid(),
  periodStart: z.date(),
  threshold: z.number().int().min(1).max(100),
  organisationId: z.uuid(),
  nodeId: z.uuid(),
  unit: z.string(),
  amount: z.number(),
  settled: z.number(),
});
export type NoteThresholdInput = z.output<typeof input>;

/** Tells once a period that a budget reached a share of its amount. Run by the system. */
export const noteThresholdUseCase = (ports: NoteThresholdPorts): UseCase<NoteThresholdInput, null, null> => ({
  name: "allocation.note-threshold",
  action: "set",
  input: zodSchema(input),

  load(_ctx, { budgetId, organisationId }) {
    return Promise.resolve(ok({ subject: { name: "Budget", id: budgetId, organisationId }, loaded: null }));
  },

  async handle(ctx, crossing) {
    if (!(await ports.alerts.note(ctx, crossing)))
      return refuse(conflict("budget.threshold_known", "This threshold was told already."));
    const { budgetId, organisationId, nodeId, unit, amount, settled, threshold } = crossing;
    const data = { nodeId, unit, threshold, amount, settled, periodStart: crossing.periodStart.toISOString() };
    return ok({ value: null, event: { organisationId, subjectType: "Budget", subjectId: budgetId, data } });
  },
});
