export const EXERCISE_OUTCOMES = ["passed", "partly", "failed"] as const;
export type ExerciseOutcome = (typeof EXERCISE_OUTCOMES)[number];

/** One time that leaving was tried for real. */
export interface ExitExercise {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly outcome: ExerciseOutcome;
  /** Days it took. */
  readonly days: number;
  readonly findings: string;
}

/** How one would leave a product, and when that was last tried. One per dependency. */
export interface ExitPlan {
  readonly id: string;
  readonly dependencyId: string;
  readonly exportFormat: string;
  readonly escrow: boolean;
  readonly reversibilityClause: boolean;
  /** Days that leaving is expected to take. */
  readonly durationDays: number;
  /** Whole euros, once. */
  readonly costEuros: number;
  /** Oldest first. */
  readonly exercises: readonly ExitExercise[];
}

/** `YYYY-MM-DD` of the last exercise, whatever its outcome; null when leaving was never tried. */
export const lastExercise = ({ exercises }: ExitPlan): string | null =>
  exercises
    .map(({ date }) => date)
    .toSorted()
    .at(-1) ?? null;
