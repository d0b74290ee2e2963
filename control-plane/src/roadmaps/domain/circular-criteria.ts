/** The three criteria of the circular on digital purchases, each from 0 (none) to 4 (complete). */
export interface CircularCriteria {
  /** Immunity to laws from outside the Union. */
  readonly immunity: number;
  /** How easily something else takes its place. */
  readonly substitutability: number;
  /** What the State masters of it. */
  readonly control: number;
}

/** Highest mark of a criterion. */
export const HIGHEST_MARK = 4;
