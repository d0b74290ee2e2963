import type {
  Criticality,
  RoundInstance,
  RoundNeed,
  RoundSlice,
} from "../../src/allocation/domain/round-program/instance.ts";
import { randomFrom } from "../../../test/builders/random.ts";

/** How big a State to invent. */
export interface StateSize {
  readonly needs: number;
  readonly pools: number;
  readonly quarters: number;
  readonly seed: number;
}

const MINISTRIES = 17;
const CLASSES = ["H100", "H200", "A100", "L40S"] as const;
const LABELS: readonly (readonly string[])[] = [
  ["internal"],
  ["internal", "personal"],
  ["internal", "health"],
  ["sensitive"],
];

/** An invented State that asks for about twice what its pools hold, with guarantees, own pools and least useful quantities. */
export function stateInstance({ needs, pools, quarters, seed }: StateSize): RoundInstance {
  const random = randomFrom(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const one = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)] as Item;
  const each = <Item>(count: number, make: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const growing = (first: number): number[] => each(quarters, (quarter) => first + Math.floor((first * quarter) / 8));

  const need = (index: number): RoundNeed => {
    const ministry = index % MINISTRIES;
    const gpus = one([1, 2, 2, 4, 4, 8, 8, 12, 16]);
    const minUseful = random() < 0.6 ? Math.max(1, Math.floor(gpus / whole(1, 4))) : 1;
    return {
      id: `need-${String(index).padStart(4, "0")}`,
      path: [`direction-${String(ministry)}-${String(index % 3)}`, `ministry-${String(ministry)}`],
      ministryId: `ministry-${String(ministry)}`,
      gpuClasses: random() < 0.5 ? [one(CLASSES)] : [...new Set([one(CLASSES), one(CLASSES), one(CLASSES)])].sort(),
      labels: one(LABELS),
      criticality: one<Criticality>([1, 2, 2, 3, 3, 3, 4, 4]),
      score: whole(20, 100),
      declaredAt: `2026-0${String(whole(1, 6))}-1${String(whole(0, 9))}T08:00:00.000Z`,
      asks: growing(gpus).map((asked) => ({ gpus: asked, minUseful: Math.min(asked, minUseful) })),
      held: {},
    };
  };
  const asked = each(needs, need);
  const demand = asked.reduce((sum, { asks }) => sum + (asks[0]?.gpus ?? 0), 0);
  const perPool = Math.max(4, Math.floor(demand / 2 / pools));
  const slices = each(pools, (index) => {
    const gpus = whole(Math.floor(perPool / 2), Math.floor((perPool * 3) / 2));
    const owner = index % 3 === 0 ? whole(0, MINISTRIES - 1) : null;
    const pool = {
      poolId: `pool-${String(index).padStart(2, "0")}`,
      gpuClass: CLASSES[index % CLASSES.length] ?? "H100",
      acceptedLabels:
        index % 4 === 3 ? ["internal"] : ["internal", "personal", "health", ...(index % 2 === 0 ? ["sensitive"] : [])],
      ownerMinistryId: owner === null ? null : `ministry-${String(owner)}`,
      market: index === pools - 1,
      centsPerGpuHour: whole(120, 420),
    };
    const kept = owner === null ? 0 : Math.floor(gpus / 4);
    const open: RoundSlice = { ...pool, reservedFor: null, gpus: growing(gpus - kept) };
    const guarantee: RoundSlice = { ...pool, reservedFor: `direction-${String(owner ?? 0)}-0`, gpus: growing(kept) };
    return kept > 0 ? [open, guarantee] : [open];
  });
  return { quarters: each(quarters, (quarter) => `2026Q${String(quarter + 1)}`), needs: asked, slices: slices.flat() };
}
