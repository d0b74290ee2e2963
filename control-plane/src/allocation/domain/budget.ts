import type { BudgetPeriod, BudgetUnit, ExhaustionRule } from "@socle/contracts";
import { parisPeriod, type CalendarPeriod } from "../../kernel/paris-calendar.js";
import type { NodeType } from "./node.js";

/** A ceiling of a node, renewed each calendar or fiscal period. One per node, unit, period and model. */
export interface Budget {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeType: NodeType;
  readonly organisationId: string;
  readonly unit: BudgetUnit;
  readonly period: BudgetPeriod;
  /** Whole units. */
  readonly amount: number;
  /** Counts this model alone; every model when `null`. */
  readonly modelId: string | null;
  readonly onExhaust: ExhaustionRule;
  /** Refuses when no unexpired lease covers a request. */
  readonly hard: boolean;
  /** First month of a year, 1 to 12; of no effect on other periods. */
  readonly firstMonth: number;
}

/** Shares of a budget at which people are told, in percent. */
export const THRESHOLDS = [80, 95, 100] as const;

/** What one period of a budget holds now. */
export interface PeriodBalance {
  readonly settled: number;
  /** Sum of what replicas hold and have not settled or returned. */
  readonly leased: number;
}

/** The period of a budget that holds an instant, in Paris. */
export const budgetPeriodAt = (budget: Pick<Budget, "period" | "firstMonth">, at: Date): CalendarPeriod =>
  parisPeriod(budget.period, at, budget.firstMonth);

/** What can still be leased: never negative, 0 when an amount was lowered under what is already used. */
export const leftOf = (amount: number, balance: PeriodBalance): number =>
  Math.max(0, amount - balance.settled - balance.leased);
