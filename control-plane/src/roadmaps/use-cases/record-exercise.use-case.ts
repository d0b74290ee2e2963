import { z } from "zod";
import { parisDay } from "@socle/contracts";
import { invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { exercise, roadmapId, version } from "./roadmap.input.js";

const input = z.object({ roadmapId, version, exitPlanId: roadmapId, exercise });
type RecordExerciseInput = z.output<typeof input>;

/** Records that leaving was tried, with what came out; open also after the roadmap was accepted. */
export const recordExercise = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<RecordExerciseInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.record-exercise",
    kind: "progress",
    input: zodSchema(input),
    async apply(ctx, { exitPlanId, exercise: tried }, { roadmap, content }) {
      const before = content.exitPlans.find((plan) => plan.id === exitPlanId);
      if (before === undefined) return refuse(notFound("exit_plan", exitPlanId));
      if (tried.date > parisDay(ctx.clock.now()))
        return refuse(
          invalidInput([{ path: "exercise.date", message: "An exercise that was held, not one to come." }]),
        );
      const exercises = [...before.exercises, tried].toSorted((left, right) => left.date.localeCompare(right.date));
      await roadmaps.saveLine(ctx, roadmap, { kind: "exit_plan", value: { ...before, exercises } });
      return ok({ exitPlanId, date: tried.date, outcome: tried.outcome });
    },
  });
