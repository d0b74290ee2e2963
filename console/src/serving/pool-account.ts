import type { PoolLiveFigures, PoolLiveLine } from "../generated/operations";
import { apportion } from "@socle/contracts";

export interface PoolTotals {
  readonly nominal: number;
  readonly guarantee: number;
  readonly occupied: number;
  readonly lent: number;
  readonly borrowed: number;
  readonly free: number;
  readonly waiting: number;
  readonly gpuSeconds: number;
}

const total = (rows: readonly PoolLiveLine[], of: (row: PoolLiveLine) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** The total line of a pool's table. */
export function poolTotals(rows: readonly PoolLiveLine[]): PoolTotals {
  return {
    nominal: total(rows, (row) => row.nominal),
    guarantee: total(rows, (row) => row.guarantee),
    occupied: total(rows, (row) => row.occupied),
    lent: total(rows, (row) => row.lent),
    borrowed: total(rows, (row) => row.borrowed),
    free: total(rows, (row) => row.free),
    waiting: total(rows, (row) => row.waiting),
    gpuSeconds: total(rows, (row) => row.gpuSeconds),
  };
}

export interface PoolLineWithShare extends PoolLiveLine {
  readonly id: string;
  /** Share of the service given, so that the column prints 100.0 %. */
  readonly printedShare: number;
}

/** Lines by right, largest first, so that rows do not jump with the load; the reserve, without organisation, last. */
export function poolLines(live: PoolLiveFigures): readonly PoolLineWithShare[] {
  const rows = [...live.rows].sort(
    (a, b) =>
      Number(a.organisation === null) - Number(b.organisation === null) ||
      b.nominal - a.nominal ||
      (a.organisation?.name ?? "").localeCompare(b.organisation?.name ?? ""),
  );
  const shares = apportion(
    1000,
    rows.map((row) => row.gpuSeconds),
  );
  return rows.map((row, index) => ({
    ...row,
    id: row.organisation?.id ?? "reserve",
    printedShare: (shares[index] ?? 0) / 1000,
  }));
}
