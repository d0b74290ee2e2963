import { apportion } from "@socle/contracts";

/** A right of one of several siblings, in whole units (millionths of a GPU). */
export interface Right {
  readonly id: string;
  readonly nominal: number;
  /** Never-lent part of `nominal`. */
  readonly guarantee: number;
  /** 1 is the most critical, 4 the least. */
  readonly criticality: number;
}

export interface FittedRight {
  readonly id: string;
  readonly nominal: number;
  readonly guarantee: number;
  /** What capacity is missing to the nominal. */
  readonly shortfall: number;
}

/**
 * The rule when less lives than was promised: guarantees first, the most critical class before the next, in proportion
 * inside a class; what is left goes to the rest of the nominals in proportion. Rights that fit are returned as they are.
 * Integers in, integers out; the sum never exceeds `capacity`.
 */
export const fitCapacity = (rights: readonly Right[], capacity: number): FittedRight[] => {
  const promised = rights.reduce((sum, { nominal }) => sum + nominal, 0);
  if (promised <= capacity) {
    return rights.map(({ id, nominal, guarantee }) => ({ id, nominal, guarantee, shortfall: 0 }));
  }
  const guaranteed = rights.map(() => 0);
  let left = Math.max(0, Math.floor(capacity));
  for (const criticality of [...new Set(rights.map((right) => right.criticality))].sort((a, b) => a - b)) {
    const asked = rights.map((right) => (right.criticality === criticality ? right.guarantee : 0));
    const sum = asked.reduce((all, each) => all + each, 0);
    const given = sum <= left ? asked : apportion(left, asked);
    for (const [index, amount] of given.entries()) guaranteed[index] = (guaranteed[index] ?? 0) + amount;
    left -= Math.min(left, sum);
  }
  const rest = apportion(
    left,
    rights.map(({ nominal, guarantee }) => nominal - guarantee),
  );
  return rights.map(({ id, nominal }, index) => {
    const guarantee = guaranteed[index] ?? 0;
    const fitted = Math.min(nominal, guarantee + (rest[index] ?? 0));
    return { id, nominal: fitted, guarantee, shortfall: nominal - fitted };
  });
};
