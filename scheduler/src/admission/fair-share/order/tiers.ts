/**
 * Why a node may be served before another, best first. Beyond its borrow limit a node has no tier: it waits.
 * `guarantee` and `nominal` are rights; `borrowing` is the surplus.
 */
export const TIERS = ["guarantee", "nominal", "borrowing"] as const;
export type Tier = (typeof TIERS)[number];

export const GUARANTEE = 0;
export const NOMINAL = 1;
export const BORROWING = 2;
export const TIER_COUNT = 3;

export const tierName = (tier: number): Tier => TIERS[tier] ?? "borrowing";
