import fc from "fast-check";
import type {
  RoundInstance,
  RoundNeed,
  RoundSlice,
} from "../../control-plane/src/allocation/domain/round-program/instance.js";

/** A need for one H100 that any internal pool serves. */
export const roundNeed = (changes: Partial<RoundNeed> = {}): RoundNeed => ({
  id: "need",
  path: ["m"],
  ministryId: "m",
  gpuClasses: ["H100"],
  labels: ["internal"],
  criticality: 3,
  score: 10,
  declaredAt: "2026-03-01T00:00:00.000Z",
  asks: [{ gpus: 1, minUseful: 1 }],
  held: {},
  ...changes,
});

/** The open part of an internal pool of four H100. */
export const roundSlice = (changes: Partial<RoundSlice> = {}): RoundSlice => ({
  poolId: "pool",
  gpuClass: "H100",
  acceptedLabels: ["internal"],
  reservedFor: null,
  ownerMinistryId: null,
  market: false,
  centsPerGpuHour: 300,
  gpus: [4],
  ...changes,
});

/** Directions by ministry, under one State. */
const DIRECTIONS = {
  "direction of m": "m",
  "other direction of m": "m",
  "direction of n": "n",
  "direction of o": "o",
};

const need = fc
  .record({
    direction: fc.constantFrom(...Object.entries(DIRECTIONS)),
    gpuClasses: fc.constantFrom(["H100"], ["A100"], ["A100", "H100"]),
    labels: fc.constantFrom(["internal"], ["internal"], ["internal", "health"]),
    criticality: fc.constantFrom<RoundNeed["criticality"][]>(1, 2, 2, 3, 4),
    score: fc.integer({ min: 1, max: 5 }),
    gpus: fc.integer({ min: 1, max: 4 }),
    minUseful: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ direction: [direction, ministryId], gpus, minUseful, ...rest }) =>
    roundNeed({
      ...rest,
      ministryId,
      path: [direction, ministryId],
      asks: [{ gpus, minUseful: Math.min(gpus, minUseful) }],
    }),
  );

/** A pool with its open part, and what it keeps for a ministry or a direction. */
const pool = fc
  .record({
    gpuClass: fc.constantFrom("H100", "A100"),
    acceptedLabels: fc.constantFrom(["internal"], ["internal", "health"]),
    open: fc.integer({ min: 0, max: 5 }),
    kept: fc.option(fc.tuple(fc.constantFrom("m", "n", "direction of m"), fc.integer({ min: 1, max: 2 }))),
  })
  .map(({ open, kept, ...rest }) => [
    roundSlice({ ...rest, gpus: [open] }),
    ...(kept === null ? [] : [roundSlice({ ...rest, reservedFor: kept[0], gpus: [kept[1]] })]),
  ]);

/** Small enough for every way to serve it to be tried: up to four needs, three pools, one quarter. */
export const smallInstance: fc.Arbitrary<RoundInstance> = fc
  .record({
    needs: fc.array(need, { minLength: 1, maxLength: 4 }),
    pools: fc.array(pool, { minLength: 1, maxLength: 3 }),
  })
  .map(({ needs, pools }) => ({
    quarters: ["2026Q3"],
    needs: needs.map((each, index) => ({
      ...each,
      id: `need-${String(index)}`,
    })),
    slices: pools.flatMap((slices, index) => slices.map((slice) => ({ ...slice, poolId: `pool-${String(index)}` }))),
  }));

/** The same, where any quantity is of use to every need. */
export const anyQuantity = (instance: RoundInstance): RoundInstance => ({
  ...instance,
  needs: instance.needs.map((each) => ({
    ...each,
    asks: each.asks.map((ask) => ask && { ...ask, minUseful: 1 }),
  })),
});
