import type { Context } from "../../kernel/use-case.js";
import type { ReferenceSpend } from "../domain/consolidation/consolidation-input.js";
import type { SovereigntyFramework } from "../domain/sovereignty-score.js";

/** When roadmaps of a year are due, and what they are measured against. */
export interface RoadmapExercise {
  readonly year: number;
  /** First instant after the last day on time. */
  readonly deadline: Date;
  readonly framework: SovereigntyFramework;
  readonly references: readonly ReferenceSpend[];
}

/** Dated reference data: the framework's weights, the plan's figures and its deadlines. */
export interface RoadmapReference {
  /** Years that have an exercise, latest first, each with its deadline. */
  exercises(ctx: Context): Promise<readonly Pick<RoadmapExercise, "year" | "deadline">[]>;
  /** Null for a year without an exercise. */
  exercise(ctx: Context, year: number): Promise<RoadmapExercise | null>;
  /** Sets a figure of the plan by its label; true when that changed what stood. */
  setReference(ctx: Context, year: number, reference: ReferenceSpend): Promise<boolean>;
  /** Bodies that owe a roadmap, by name: the ministries. */
  ministries(ctx: Context): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** The organisation above all others; null before there is one. */
  stateId(ctx: Context): Promise<string | null>;
}
