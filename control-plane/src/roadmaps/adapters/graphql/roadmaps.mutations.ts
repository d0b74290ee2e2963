import { ID, Int } from "@nestjs/graphql";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { type RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { ROADMAPS_PORTS } from "../../roadmaps.tokens.js";
import { roadmapActionTowards } from "../../domain/roadmap-life-cycle.js";
import type { RoadmapState } from "../../domain/roadmap.js";
import { consolidateYear } from "../../use-cases/consolidate-roadmaps.use-case.js";
import { transitionRoadmap } from "../../use-cases/transition-roadmap.use-case.js";
import { RoadmapReportResult } from "./report.types.js";
import { openRoadmap } from "../../use-cases/open-roadmap.use-case.js";
import { recordExercise } from "../../use-cases/record-exercise.use-case.js";
import { removeLine } from "../../use-cases/remove-line.use-case.js";
import { reportProgress } from "../../use-cases/report-progress.use-case.js";
import { saveAction } from "../../use-cases/save-action.use-case.js";
import { saveDependency } from "../../use-cases/save-dependency.use-case.js";
import { saveExitPlan } from "../../use-cases/save-exit-plan.use-case.js";
import { setTrajectory } from "../../use-cases/set-trajectory.use-case.js";
import { ActionProgressFields, ExitExerciseType, ExitPlanFields, RoadmapActionFields } from "./action.types.js";
import { DependencyFields } from "./dependency.types.js";
import {
  PlannedSpendType,
  RoadmapLineKindEnum,
  RoadmapResult,
  RoadmapStateEnum,
  TrajectoryPointType,
} from "./roadmap.types.js";

const asRoadmap = answering(RoadmapResult);
const asReport = answering(RoadmapReportResult);

const VERSION = { type: () => Int, description: "The version that was looked at." };
const ROADMAP = { roadmapId: ID, version: VERSION };
const ID_OF_KNOWN = { type: () => ID, nullable: true };

/** Verbs on a ministry's roadmap and its lines; a step's right follows from where it leads. */
export const RoadmapMutations = mutations<RoadmapsPorts>(ROADMAPS_PORTS, {
  openRoadmap: asRoadmap(openRoadmap, { organisationId: ID, year: Int }),
  saveDependency: asRoadmap(
    saveDependency,
    { ...ROADMAP, id: ID_OF_KNOWN, dependency: DependencyFields },
    "Adds a line to the inventory, or replaces the one of that id.",
  ),
  saveRoadmapAction: asRoadmap(saveAction, { ...ROADMAP, id: ID_OF_KNOWN, action: RoadmapActionFields }),
  reportProgress: asRoadmap(
    reportProgress,
    { ...ROADMAP, actionId: ID, progress: ActionProgressFields },
    "How far an action has come, also once the roadmap is accepted.",
  ),
  saveExitPlan: asRoadmap(saveExitPlan, { ...ROADMAP, exitPlan: ExitPlanFields }),
  recordExercise: asRoadmap(recordExercise, { ...ROADMAP, exitPlanId: ID, exercise: ExitExerciseType }),
  removeRoadmapLine: asRoadmap(
    removeLine,
    { ...ROADMAP, kind: RoadmapLineKindEnum, id: ID },
    "A dependency takes its actions and its exit plan with it.",
  ),
  setTrajectory: asRoadmap(setTrajectory, {
    ...ROADMAP,
    plannedSpend: [PlannedSpendType],
    trajectory: [TrajectoryPointType],
  }),
  transitionRoadmap: asRoadmap(
    (ports, { to }: { readonly to: RoadmapState }) => transitionRoadmap(ports, roadmapActionTowards(to) ?? "validate"),
    { ...ROADMAP, to: RoadmapStateEnum, reason: String },
    "Validation, submission, review: conditions and role decide.",
  ),
  consolidateRoadmaps: asReport(
    consolidateYear,
    { stateId: ID, year: Int, windowMonths: { type: () => Int, nullable: true, description: "Six by default." } },
    "Computes and keeps the State's consolidation of a year.",
  ),
});
