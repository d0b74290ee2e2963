import type { Context } from "../../kernel/use-case.js";
import type { Dependency } from "../domain/dependency.js";
import type { ExitPlan } from "../domain/exit-plan.js";
import type { RoadmapAction } from "../domain/roadmap-action.js";
import type { PlannedSpend, Roadmap, RoadmapContent, RoadmapEvent, TrajectoryPoint } from "../domain/roadmap.js";

/** A roadmap line: what hangs from a roadmap and has an identity of its own. */
export type RoadmapLine =
  | { readonly kind: "dependency"; readonly value: Dependency }
  | { readonly kind: "action"; readonly value: RoadmapAction }
  | { readonly kind: "exit_plan"; readonly value: ExitPlan };

/** Roadmaps, their lines and their history, within what the context's actor may see. */
export interface RoadmapRepository {
  find(ctx: Context, id: string): Promise<Roadmap | null>;
  findOf(ctx: Context, organisationId: string, year: number): Promise<Roadmap | null>;
  /** One for each ministry at most. */
  ofYear(ctx: Context, year: number): Promise<readonly Roadmap[]>;
  insert(ctx: Context, roadmap: Roadmap): Promise<void>;
  /** Writes the next version; false when the stored version is not `roadmap.version - 1` any more. */
  update(ctx: Context, roadmap: Roadmap): Promise<boolean>;
  /** Lines of each roadmap in the order they were first saved; roadmaps without any may be absent. */
  contents(ctx: Context, roadmapIds: readonly string[]): Promise<ReadonlyMap<string, RoadmapContent>>;
  /** Inserts the line or replaces the one of the same id. */
  saveLine(ctx: Context, roadmap: Roadmap, line: RoadmapLine): Promise<void>;
  /** Removes a line; a dependency takes its actions and its exit plan with it. */
  removeLine(ctx: Context, roadmap: Roadmap, kind: RoadmapLine["kind"], id: string): Promise<void>;
  /** Replaces planned spend and trajectory. */
  saveTrajectory(
    ctx: Context,
    roadmap: Roadmap,
    plannedSpend: readonly PlannedSpend[],
    trajectory: readonly TrajectoryPoint[],
  ): Promise<void>;
  appendEvent(ctx: Context, event: RoadmapEvent): Promise<void>;
  /** Oldest first. */
  events(ctx: Context, roadmapIds: readonly string[]): Promise<readonly RoadmapEvent[]>;
}
