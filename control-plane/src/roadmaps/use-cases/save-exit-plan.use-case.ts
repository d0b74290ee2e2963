import { z } from "zod";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { exitPlan, roadmapId, version } from "./roadmap.input.js";

const input = z.object({ roadmapId, version, exitPlan });
type SaveExitPlanInput = z.output<typeof input>;

/** Says how one would leave a product. A dependency has one plan; exercises of the one before are kept. */
export const saveExitPlan = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<SaveExitPlanInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.save-exit-plan",
    kind: "content",
    input: zodSchema(input),
    async apply(ctx, { exitPlan: fields }, { roadmap, content }) {
      if (!content.dependencies.some((line) => line.id === fields.dependencyId))
        return refuse(notFound("dependency", fields.dependencyId));
      const before = content.exitPlans.find((plan) => plan.dependencyId === fields.dependencyId) ?? null;
      const after = { ...fields, id: before?.id ?? ctx.ids.next(), exercises: before?.exercises ?? [] };
      await roadmaps.saveLine(ctx, roadmap, { kind: "exit_plan", value: after });
      return ok({ exitPlanId: after.id, before, after });
    },
  });
