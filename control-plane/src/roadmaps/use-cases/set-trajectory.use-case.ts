import { z } from "zod";
import { ok } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { plannedSpend, roadmapId, trajectory, version } from "./roadmap.input.js";

const once = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

const input = z
  .object({ roadmapId, version, plannedSpend, trajectory })
  .refine((value) => once(value.plannedSpend.map((each) => `${String(each.year)} ${each.domain}`)), {
    path: ["plannedSpend"],
    message: "Each year and domain once.",
  })
  .refine((value) => once(value.trajectory.map((each) => String(each.year))), {
    path: ["trajectory"],
    message: "Each year once.",
  });
type SetTrajectoryInput = z.output<typeof input>;

/** Replaces what the ministry plans to spend by year and domain, and where it means to be. */
export const setTrajectory = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<SetTrajectoryInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.set-trajectory",
    kind: "content",
    input: zodSchema(input),
    async apply(ctx, after, { roadmap, content }) {
      await roadmaps.saveTrajectory(ctx, roadmap, after.plannedSpend, after.trajectory);
      const before = { plannedSpend: content.plannedSpend, trajectory: content.trajectory };
      return ok({ before, after: { plannedSpend: after.plannedSpend, trajectory: after.trajectory } });
    },
  });
