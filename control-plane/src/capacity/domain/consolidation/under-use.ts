/** What was granted for a period and how much of it is used so far. */
export interface GrantUse {
  /** In any one unit: GPU-hours, hours, tokens. */
  readonly granted: number;
  readonly usedShare: number;
  /** The holder announced when it would use its grant. */
  readonly hasCalendar: boolean;
}

/** From which grant on, under which use, and up to which use a grant is taken back. */
export interface UnderUseRule {
  readonly version: string;
  readonly grantedAbove: number;
  readonly usedBelow: number;
  readonly expectedShare: number;
}

/** CALMIP, rule 4 of September 2021: over 300,000 h and under 30 % used at mid-period. */
export const CALMIP_RULE_4: UnderUseRule = {
  version: "calmip-rule-4/2021-09",
  grantedAbove: 300_000,
  usedBelow: 0.3,
  expectedShare: 0.5,
};

/** The same for GPUs, of which ministries hold few: any grant is looked at. */
export const GPU_UNDER_USE_RULE: UnderUseRule = { ...CALMIP_RULE_4, version: "under-use/1", grantedAbove: 0 };

/**
 * What mid-period under-use takes back: (expected − used) × granted.
 * @returns 0 for a grant that is small, used enough, or announced for later
 */
export function clawback({ granted, usedShare, hasCalendar }: GrantUse, rule: UnderUseRule): number {
  if (hasCalendar || granted <= rule.grantedAbove || usedShare >= rule.usedBelow) return 0;
  return (rule.expectedShare - usedShare) * granted;
}
