/** A variable with its bounds. */
export interface Column {
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
}

/** `lower ≤ Σ coefficient × column ≤ upper`; infinities where there is no bound. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [column: number, coefficient: number])[];
}

export interface LinearProgram {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What one stage asks for. Its value is a whole number at every feasible point, so a gap below one is none. */
export interface Objective {
  readonly sense: "maximise" | "minimise";
  /** Coefficient by column; columns not named count for nothing. */
  readonly costs: ReadonlyMap<number, number>;
}

/** The best point found, and how far from the best there can be: `bound` is proven, `value` is reached. */
export interface StageOutcome {
  readonly values: readonly number[];
  readonly value: number;
  readonly bound: number;
}

/**
 * Solves one stage to proven optimality, or as far as its time goes.
 * @param start a feasible point to begin from, when one is known
 * @returns `null` when no feasible point was found in time
 */
export type StageSolver = (
  program: LinearProgram,
  objective: Objective,
  start: readonly number[] | null,
) => StageOutcome | null;

/**
 * Distance between what is reached and what is proven, in percent of the latter; 0 when a whole unit cannot fit between, 100
 * when nothing is proven.
 */
export function gapPercent({ value, bound }: Pick<StageOutcome, "value" | "bound">): number {
  if (!Number.isFinite(bound)) return 100;
  const distance = Math.abs(bound - value);
  return distance < 1 - 1e-6 ? 0 : (100 * distance) / Math.max(1, Math.abs(bound));
}
