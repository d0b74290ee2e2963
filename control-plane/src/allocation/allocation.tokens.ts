export const LEASE_BLOCKS = Symbol("leaseBlocks");
export const GRANT_ALLOCATION = Symbol("grantAllocation");
export const SET_BUDGET = Symbol("setBudget");
export const BUDGETS = Symbol("BudgetRepository");
