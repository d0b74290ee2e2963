import type { Journey } from "./flood.ts";
import { MINISTRIES } from "./scene.ts";

interface Side {
  readonly weight: number;
  served: number;
  largest: number;
  under: number;
  over: number;
  readonly inFlight: Journey[];
  most: number;
}

/**
 * Largest measured difference of the service borrowed by two ministries over any interval of a stretch in which all wait,
 * each for its weight, over the bound of the ADR "Fairness in GPU-seconds".
 */
export function worstGapOverBound(stretch: readonly Journey[]): number {
  const sides = MINISTRIES.map(({ weight }): Side => ({
    weight,
    served: 0,
    largest: 0,
    under: 0,
    over: 0,
    inFlight: [],
    most: 0,
  }));
  const sideOf = new Map(MINISTRIES.map(({ id }, at) => [id, sides[at]]));
  const pairs = sides.flatMap((f, at) => sides.slice(at + 1).map((g) => ({ f, g, most: 0, least: 0 })));
  for (const journey of stretch) {
    const side = sideOf.get(journey.ministry);
    if (side === undefined || journey.tier !== "borrowing") continue;
    const { cost, estimate, revised } = journey;
    side.served += cost;
    side.largest = Math.max(side.largest, cost);
    side.under = Math.max(side.under, cost - estimate);
    side.over = Math.max(side.over, revised - cost);
    const still = side.inFlight.filter(({ finishedAt }) => finishedAt > journey.dispatchedAt);
    side.inFlight.splice(0, Infinity, ...still, journey);
    side.most = Math.max(side.most, side.inFlight.length);
    for (const pair of pairs) {
      const gap = pair.f.served / pair.f.weight - pair.g.served / pair.g.weight;
      pair.most = Math.max(pair.most, gap);
      pair.least = Math.min(pair.least, gap);
    }
  }
  const part = ({ largest, most, under, over, weight }: Side): number => (largest + most * (under + over)) / weight;
  return Math.max(0, ...pairs.map(({ f, g, most, least }) => (most - least) / Math.max(1e-9, part(f) + part(g))));
}
