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

const need = fc
  .record({
    ministryId: fc.constantFrom("m", "n", "o"),
    gpuClasses: fc.constantFrom(["H100"], ["A100"], ["A100", "H100"]),
    labels: fc.constantFrom(["internal"], ["internal"], ["internal", "health"]),
    criticality: fc.constantFrom<RoundNeed["criticality"][]>(1, 2, 3, 4),
    score: fc.integer({ min: 1, max: 5 }),
    gpus: fc.integer({ min: 1, max: 4 }),
    minUseful: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ gpus, minUseful, ...rest }) =>
    roundNeed({ ...rest, path: [rest.ministryId], asks: [{ gpus, minUseful: Math.min(gpus, minUseful) }] }),
  );

const slice = fc.record({
  gpuClass: fc.constantFrom("H100", "A100"),
  acceptedLabels: fc.constantFrom(["internal"], ["internal", "health"]),
  reservedFor: fc.constantFrom(null, null, "m"),
  gpus: fc.integer({ min: 0, max: 5 }).map((gpus) => [gpus]),
});

/** Small enough for every way to serve it to be tried: up to four needs, three slices, one quarter. */
export const smallInstance: fc.Arbitrary<RoundInstance> = fc
  .record({
    needs: fc.array(need, { minLength: 1, maxLength: 4 }),
    slices: fc.array(slice, { minLength: 1, maxLength: 3 }),
  })
  .map(({ needs, slices }) => ({
    quarters: ["2026Q3"],
    needs: needs.map((each, index) => ({ ...each, id: `need-${String(index)}` })),
    slices: slices.map((each, index) => roundSlice({ ...each, poolId: `pool-${String(index)}` })),
  }));
