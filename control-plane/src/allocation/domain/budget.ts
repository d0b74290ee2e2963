import type { BudgetPeriod, BudgetUnit } from "@socle/contracts";
import { parisPeriod, type CalendarPeriod } from "../../kernel/paris-calendar.js";
import type { NodeType } from "./node.js";

/** A ceiling of a node, renewed each calendar period; integer tokens or micro-euros. One per node, unit and period. */
export interface Budget {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeType: NodeType;
  readonly organisationId: string;
  readonly unit: BudgetUnit;
  readonly period: BudgetPeriod;
  readonly amount: number;
}

/** What one period of a budget holds now. */
export interface PeriodBalance {
  readonly settled: number;
  /** Sum of what replicas hold and have not settled or returned. */
  readonly leased: number;
}

/** The calendar period of a budget that holds an instant, in Paris. */
export const budgetPeriodAt = (budget: Pick<Budget, "period">, at: Date): CalendarPeriod =>
  parisPeriod(budget.period, at);

/** What can still be leased: never negative, 0 when an amount was lowered under what is already used. */
export const leftOf = (amount: number, balance: PeriodBalance): number =>
  Math.max(0, amount - balance.settled - balance.leased);
