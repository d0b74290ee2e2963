import { z } from "zod";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { dependency, roadmapId, version } from "./roadmap.input.js";

const input = z.object({ roadmapId, version, id: roadmapId.nullish(), dependency });
type SaveDependencyInput = z.output<typeof input>;

/** Adds a line to the inventory, or replaces the one of that id. */
export const saveDependency = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<SaveDependencyInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.save-dependency",
    kind: "content",
    input: zodSchema(input),
    async apply(ctx, { id, dependency: fields }, { roadmap, content }) {
      const before = content.dependencies.find((line) => line.id === id) ?? null;
      if (id != null && before === null) return refuse(notFound("dependency", id));
      const after = { ...fields, id: before?.id ?? ctx.ids.next() };
      await roadmaps.saveLine(ctx, roadmap, { kind: "dependency", value: after });
      return ok({ dependencyId: after.id, before, after });
    },
  });
