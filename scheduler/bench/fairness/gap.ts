import { MINISTRIES } from "./scene.ts";
import type { Account, Moment } from "./simulation.ts";

/**
 * Largest measured difference of the service given to two ministries that borrow over any interval of a stretch in which all
 * wait, each for its weight, over the bound of the ADR "Fairness in GPU-seconds".
 */
export function worstGapOverBound(stretch: readonly Moment[]): number {
  const sides = MINISTRIES.map(({ weight }, at) => {
    const accounts = stretch.flatMap(({ accounts: all }) => all[at] ?? []);
    const most = (of: (account: Account) => number): number =>
      accounts.reduce((sum, each) => Math.max(sum, of(each)), 0);
    const bound = most(({ largest }) => largest) + most(({ under }) => under) + most(({ over }) => over);
    return { borrowed: accounts.map(({ borrowed }) => borrowed / weight), bound: bound / weight };
  });
  let worst = 0;
  for (const [at, f] of sides.entries()) {
    for (const g of sides.slice(at + 1)) {
      const gaps = f.borrowed.map((each, moment) => each - (g.borrowed[moment] ?? 0));
      const [most, least] = gaps.reduce(
        ([up, down], gap) => [Math.max(up, gap), Math.min(down, gap)],
        [-Infinity, Infinity],
      );
      if (most > least) worst = Math.max(worst, (most - least) / (f.bound + g.bound));
    }
  }
  return worst;
}
