export const LEASE_BLOCKS = Symbol("leaseBlocks");
export const GRANT_ALLOCATION = Symbol("grantAllocation");
export const SET_BUDGET = Symbol("setBudget");
export const BUDGETS = Symbol("BudgetRepository");
export const LIMITS = Symbol("UsageLimitRepository");
export const SET_USAGE_LIMIT = Symbol("setUsageLimit");
export const CLOSE_LOST_EPOCH = Symbol("closeLostEpoch");
