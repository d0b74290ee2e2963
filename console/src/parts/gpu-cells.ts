/** Figures of one line of a pool, in GPUs: `within + lent + free = nominal`, and `borrowed` beyond. */
export interface CellFigures {
  readonly nominal: number;
  readonly guarantee: number;
  readonly occupied: number;
  readonly lent: number;
  readonly borrowed: number;
}

export interface Cells {
  readonly used: number;
  readonly lent: number;
  readonly free: number;
  readonly borrowed: number;
  /** Cells covered by the guarantee's plinth; not always whole. */
  readonly guarantee: number;
}

/** Whole cells of `unit` GPUs; edges are rounded, not counts, so that they add up to the right. */
export function cellsOf(figures: CellFigures, unit: number): Cells {
  const within = Math.max(figures.occupied - figures.borrowed, 0);
  const right = Math.round(figures.nominal / unit);
  const used = Math.min(Math.round(within / unit), right);
  const lentEdge = Math.min(Math.round((within + figures.lent) / unit), right);
  return {
    used,
    lent: Math.max(lentEdge - used, 0),
    free: Math.max(right - Math.max(lentEdge, used), 0),
    borrowed: Math.round(figures.borrowed / unit),
    guarantee: figures.guarantee / unit,
  };
}

const LONGEST_STRIP = 48;

/** GPUs in a cell: 1 as long as the longest line fits, else the smallest power of two that makes it fit. */
export function cellUnit(rows: readonly CellFigures[], strip = LONGEST_STRIP): number {
  const longest = Math.max(0, ...rows.map((row) => row.nominal + row.borrowed));
  let unit = 1;
  while (longest / unit > strip) unit *= 2;
  return unit;
}
