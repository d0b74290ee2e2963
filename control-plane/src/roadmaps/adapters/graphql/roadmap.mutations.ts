import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCase, UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { roadmapActionTowards } from "../../domain/roadmap-life-cycle.js";
import type { Roadmap, RoadmapState } from "../../domain/roadmap.js";
import type { RoadmapLine } from "../../ports/roadmap-repository.port.js";
import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { ROADMAPS_PORTS } from "../../roadmaps.tokens.js";
import { consolidateYear } from "../../use-cases/consolidate-roadmaps.use-case.js";
import { openRoadmap } from "../../use-cases/open-roadmap.use-case.js";
import { recordExercise } from "../../use-cases/record-exercise.use-case.js";
import { removeLine } from "../../use-cases/remove-line.use-case.js";
import { reportProgress } from "../../use-cases/report-progress.use-case.js";
import { saveAction } from "../../use-cases/save-action.use-case.js";
import { saveDependency } from "../../use-cases/save-dependency.use-case.js";
import { saveExitPlan } from "../../use-cases/save-exit-plan.use-case.js";
import { setTrajectory } from "../../use-cases/set-trajectory.use-case.js";
import { transitionRoadmap } from "../../use-cases/transition-roadmap.use-case.js";
import { ActionProgressFields, ExitExerciseType, ExitPlanFields, RoadmapActionFields } from "./action.types.js";
import { DependencyFields } from "./dependency.types.js";
import { RoadmapReportResult } from "./report.types.js";
import {
  PlannedSpendType,
  RoadmapLineKindEnum,
  RoadmapResult,
  RoadmapStateEnum,
  TrajectoryPointType,
} from "./roadmap.types.js";

const Id = (name = "roadmapId") => Args(name, { type: () => ID });
const Version = () => Args("version", { type: () => Int, description: "The version that was looked at." });

@Resolver()
export class RoadmapMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROADMAPS_PORTS) private readonly ports: RoadmapsPorts,
  ) {}

  @Mutation(() => RoadmapResult)
  openRoadmap(
    @CurrentActor() actor: PersonActor,
    @Id("organisationId") organisationId: string,
    @Args("year", { type: () => Int }) year: number,
  ) {
    return this.run(actor, openRoadmap(this.ports), { organisationId, year });
  }

  @Mutation(() => RoadmapResult, { description: "Adds a line to the inventory, or replaces the one of that id." })
  saveDependency(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("id", { type: () => ID, nullable: true }) id: string | null,
    @Args("dependency", { type: () => DependencyFields }) dependency: DependencyFields,
  ) {
    return this.run(actor, saveDependency(this.ports), { roadmapId, version, id, dependency });
  }

  @Mutation(() => RoadmapResult)
  saveRoadmapAction(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("id", { type: () => ID, nullable: true }) id: string | null,
    @Args("action", { type: () => RoadmapActionFields }) action: RoadmapActionFields,
  ) {
    return this.run(actor, saveAction(this.ports), { roadmapId, version, id, action });
  }

  @Mutation(() => RoadmapResult, { description: "How far an action has come, also once the roadmap is accepted." })
  reportProgress(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Id("actionId") actionId: string,
    @Args("progress", { type: () => ActionProgressFields }) progress: ActionProgressFields,
  ) {
    return this.run(actor, reportProgress(this.ports), { roadmapId, version, actionId, progress });
  }

  @Mutation(() => RoadmapResult)
  saveExitPlan(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("exitPlan", { type: () => ExitPlanFields }) exitPlan: ExitPlanFields,
  ) {
    return this.run(actor, saveExitPlan(this.ports), { roadmapId, version, exitPlan });
  }

  @Mutation(() => RoadmapResult)
  recordExercise(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Id("exitPlanId") exitPlanId: string,
    @Args("exercise", { type: () => ExitExerciseType }) exercise: ExitExerciseType,
  ) {
    return this.run(actor, recordExercise(this.ports), { roadmapId, version, exitPlanId, exercise });
  }

  @Mutation(() => RoadmapResult, { description: "A dependency takes its actions and its exit plan with it." })
  removeRoadmapLine(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("kind", { type: () => RoadmapLineKindEnum }) kind: RoadmapLine["kind"],
    @Id("id") id: string,
  ) {
    return this.run(actor, removeLine(this.ports), { roadmapId, version, kind, id });
  }

  @Mutation(() => RoadmapResult)
  setTrajectory(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("plannedSpend", { type: () => [PlannedSpendType] }) plannedSpend: PlannedSpendType[],
    @Args("trajectory", { type: () => [TrajectoryPointType] }) trajectory: TrajectoryPointType[],
  ) {
    return this.run(actor, setTrajectory(this.ports), { roadmapId, version, plannedSpend, trajectory });
  }

  @Mutation(() => RoadmapResult, { description: "Validation, submission, review: conditions and role decide." })
  transitionRoadmap(
    @CurrentActor() actor: PersonActor,
    @Id() roadmapId: string,
    @Version() version: number,
    @Args("to", { type: () => RoadmapStateEnum }) to: RoadmapState,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    // Where no step leads, the use case refuses the input whatever the right it was asked under.
    const useCase = transitionRoadmap(this.ports, roadmapActionTowards(to) ?? "validate");
    return this.run(actor, useCase, { roadmapId, version, to, reason });
  }

  @Mutation(() => RoadmapReportResult, { description: "Computes and keeps the State's consolidation of a year." })
  async consolidateRoadmaps(
    @CurrentActor() actor: PersonActor,
    @Id("stateId") stateId: string,
    @Args("year", { type: () => Int }) year: number,
    @Args("windowMonths", { type: () => Int, nullable: true, description: "Six by default." })
    windowMonths: number | null,
  ) {
    const input = { stateId, year, windowMonths: windowMonths ?? undefined };
    return unionMember(await this.runner.run(actor, consolidateYear(this.ports), input), (stored) => stored);
  }

  private async run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, Roadmap>, input: unknown) {
    return unionMember(await this.runner.run(actor, useCase, input), (roadmap) => roadmap);
  }
}
