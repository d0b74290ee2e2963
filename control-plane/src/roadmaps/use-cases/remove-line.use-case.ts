import { z } from "zod";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap, RoadmapContent } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import type { RoadmapLine } from "../ports/roadmap-repository.port.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { roadmapId, version } from "./roadmap.input.js";

export const LINE_KINDS = ["dependency", "action", "exit_plan"] as const satisfies readonly RoadmapLine["kind"][];

const input = z.object({ roadmapId, version, kind: z.enum(LINE_KINDS), id: roadmapId });
type RemoveLineInput = z.output<typeof input>;

const linesOf = (content: RoadmapContent, kind: RoadmapLine["kind"]): readonly { readonly id: string }[] =>
  ({ dependency: content.dependencies, action: content.actions, exit_plan: content.exitPlans })[kind];

/** Takes a line out; a dependency takes its actions and its exit plan with it. The journal keeps what it said. */
export const removeLine = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<RemoveLineInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.remove-line",
    kind: "content",
    input: zodSchema(input),
    async apply(ctx, { kind, id }, { roadmap, content }) {
      const before = linesOf(content, kind).find((line) => line.id === id);
      if (before === undefined) return refuse(notFound(kind, id));
      const goes = (action: { id: string; dependencyId: string }): boolean =>
        kind === "dependency" ? action.dependencyId === id : action.id === id;
      const gone = new Set(kind === "exit_plan" ? [] : content.actions.filter(goes).map((action) => action.id));
      const waiting = content.actions.find((each) => !gone.has(each.id) && each.after.some((other) => gone.has(other)));
      if (waiting !== undefined)
        return refuse(conflict("roadmap.line_in_use", `"${waiting.title}" comes after an action that would go.`));
      await roadmaps.removeLine(ctx, roadmap, kind, id);
      return ok({ kind, before });
    },
  });
