import { z } from "zod";
import { BUDGET_PERIODS, BUDGET_UNITS, EXHAUSTION_RULES } from "@socle/contracts";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Budget } from "../domain/budget.js";
import type { TreeNode } from "../domain/node.js";
import type { BudgetRepository } from "../ports/budget-repository.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";

export interface SetBudgetPorts {
  readonly nodes: NodeDirectory;
  readonly budgets: BudgetRepository;
}

const input = z.object({
  nodeId: z.uuid(),
  unit: z.enum(BUDGET_UNITS),
  period: z.enum(BUDGET_PERIODS),
  /** Whole units. */
  amount: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  modelId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  onExhaust: z.enum(EXHAUSTION_RULES).default("block"),
  hard: z.boolean().default(true),
  firstMonth: z.number().int().min(1).max(12).default(1),
  reason: z.string().trim().min(10).max(2000),
});
export type SetBudgetInput = z.output<typeof input>;

/** Sets a node's budget per calendar or fiscal period, from the present period on. */
export const setBudgetUseCase = (ports: SetBudgetPorts): UseCase<SetBudgetInput, TreeNode, Budget> => ({
  name: "allocation.set-budget",
  action: "set",
  input: zodSchema(input),

  async load(ctx, { nodeId }) {
    const [node] = await ports.nodes.find(ctx, [nodeId]);
    if (node === undefined) return refuse(notFound("node", nodeId));
    return ok({ subject: { name: "Budget", id: null, organisationId: node.organisationId }, loaded: node });
  },

  async handle(ctx, { reason, ...wanted }, node) {
    const asked = { ...wanted, id: ctx.ids.next(), nodeType: node.type, organisationId: node.organisationId };
    const value = await ports.budgets.save(ctx, asked, ctx.clock.now());
    const { unit, period, amount, modelId, onExhaust, hard, firstMonth } = value;
    const data = { nodeId: node.id, unit, period, amount, modelId, onExhaust, hard, firstMonth, reason };
    return ok({
      value,
      event: { organisationId: node.organisationId, subjectType: "Budget", subjectId: value.id, data },
    });
  },
});
