/** What one sibling asks of an amount that is divided. Amounts are in units of which whole numbers are given out. */
export interface Claim {
  readonly id: string;
  /** Its right; `Infinity` for no bound. */
  readonly deserved: number;
  /** The most it may have; `Infinity` for no bound. */
  readonly limit: number;
  readonly request: number;
  /** Of the surplus, against the others of the same priority; 0 takes no surplus. */
  readonly weight: number;
  /** Higher first. */
  readonly priority: number;
  /** When it was created: older first. */
  readonly age: number;
}

export interface Division {
  /** By index of the claims. */
  readonly shares: readonly number[];
  readonly remaining: number;
}

interface Side {
  readonly claim: Claim;
  readonly index: number;
  remainder: number;
}

const most = (claim: Claim): number => Math.min(claim.limit, claim.request);

const byRemainder = (a: Side, b: Side): number => {
  if (a.remainder !== b.remainder) return b.remainder - a.remainder;
  if (a.claim.age !== b.claim.age) return a.claim.age - b.claim.age;
  return a.claim.id < b.claim.id ? -1 : 1;
};

/** Rounds of one priority: in each, everybody's part of what was left when the round began. Answers what is left. */
const weightedRounds = (amount: number, sides: readonly Side[], shares: number[], whole: boolean): number => {
  let left = amount;
  for (let moved = true; moved && left > 0;) {
    moved = false;
    const open = sides.filter(({ claim, index }) => claim.weight > 0 && (shares[index] ?? 0) < most(claim));
    const weights = open.reduce((sum, { claim }) => sum + claim.weight, 0);
    const given = left;
    for (const side of open) {
      const { claim, index } = side;
      const need = most(claim) - (shares[index] ?? 0);
      const part = (given * claim.weight) / weights;
      const taken = need <= part ? need : whole ? Math.floor(part) : part;
      side.remainder = need <= part ? 0 : part - taken;
      if (taken <= 0) continue;
      shares[index] = (shares[index] ?? 0) + taken;
      left -= taken;
      moved ||= need <= part || whole;
    }
  }
  return left;
};

const leftOverUnits = (amount: number, sides: readonly Side[], shares: number[]): number => {
  let left = amount;
  for (const { claim, index } of [...sides].sort(byRemainder)) {
    const need = most(claim) - (shares[index] ?? 0);
    if (left <= 0) break;
    if (need <= 0 || claim.weight <= 0) continue;
    const taken = Math.min(1, left, need);
    shares[index] = (shares[index] ?? 0) + taken;
    left -= taken;
  }
  return left;
};

/**
 * "Who gets the surplus?": by priority, high first; within one, weighted rounds capped by limit and request, whole units
 * only, then one unit each by largest remainder, oldest, id
 * (`kai-scheduler/KAI-Scheduler: pkg/scheduler/plugins/proportion/resource_division`). `from` is what each has already.
 * O(rounds × claims); a round ends at least one claim or is the last but one.
 */
export const divideSurplus = (
  amount: number,
  claims: readonly Claim[],
  from: readonly number[] = [],
  whole = true,
): Division => {
  const shares = claims.map((_, index) => from[index] ?? 0);
  let remaining = Math.max(0, amount);
  const priorities = [...new Set(claims.map(({ priority }) => priority))].sort((a, b) => b - a);
  for (const priority of priorities) {
    const sides = claims
      .map((claim, index): Side => ({ claim, index, remainder: 0 }))
      .filter(({ claim }) => claim.priority === priority);
    remaining = weightedRounds(remaining, sides, shares, whole);
    if (whole && remaining > 0) remaining = leftOverUnits(remaining, sides, shares);
  }
  return { shares, remaining };
};

/**
 * Divides an amount among siblings: everyone its right as far as it asks for it, then the surplus. When the rights asked
 * for exceed the amount nothing is scaled here: rights are made to fit the capacity beforehand (`fit-capacity.ts`).
 */
export const divide = (amount: number, claims: readonly Claim[], whole = true): Division => {
  const rights = claims.map((claim) => Math.min(claim.deserved, most(claim)));
  const left = amount - rights.reduce((sum, right) => sum + right, 0);
  return divideSurplus(left, claims, rights, whole);
};
