import { z } from "zod";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { circularActions } from "../domain/roadmap-action.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { action, roadmapId, version } from "./roadmap.input.js";

const input = z.object({ roadmapId, version, id: roadmapId.nullish(), action });
type SaveActionInput = z.output<typeof input>;

/** Plans an action on a dependency, or replaces the one of that id; an order that goes round is refused. */
export const saveAction = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<SaveActionInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.save-action",
    kind: "content",
    input: zodSchema(input),
    async apply(ctx, { id, action: fields }, { roadmap, content }) {
      const before = content.actions.find((each) => each.id === id) ?? null;
      if (id != null && before === null) return refuse(notFound("roadmap_action", id));
      if (!content.dependencies.some((line) => line.id === fields.dependencyId))
        return refuse(notFound("dependency", fields.dependencyId));
      const unknown = fields.after.find((other) => !content.actions.some((each) => each.id === other));
      if (unknown !== undefined) return refuse(notFound("roadmap_action", unknown));
      const after = { ...fields, id: before?.id ?? ctx.ids.next() };
      const all = [...content.actions.filter((each) => each.id !== after.id), after];
      if (circularActions(all).length > 0)
        return refuse(conflict("roadmap.circular", "This action would have to be done before itself."));
      await roadmaps.saveLine(ctx, roadmap, { kind: "action", value: after });
      return ok({ actionId: after.id, before, after });
    },
  });
