import { z } from "zod";
import { invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapEdit, type LoadedRoadmap } from "./edit-roadmap.js";
import { progress, roadmapId, version } from "./roadmap.input.js";

const input = z.object({ roadmapId, version, actionId: roadmapId, progress });
type ReportProgressInput = z.output<typeof input>;

/** How far an action has come: the quarterly update, open also after the roadmap was accepted. */
export const reportProgress = ({
  roadmaps,
}: Pick<RoadmapsPorts, "roadmaps">): UseCase<ReportProgressInput, LoadedRoadmap, Roadmap> =>
  roadmapEdit(roadmaps, {
    name: "roadmaps.report-progress",
    kind: "progress",
    input: zodSchema(input),
    async apply(ctx, { actionId, progress: news }, { roadmap, content }) {
      const before = content.actions.find((each) => each.id === actionId);
      if (before === undefined) return refuse(notFound("roadmap_action", actionId));
      if (news.usersMigrated > before.usersTotal) {
        const message = `No more than the ${String(before.usersTotal)} users concerned.`;
        return refuse(invalidInput([{ path: "progress.usersMigrated", message }]));
      }
      const after = { ...before, ...news };
      await roadmaps.saveLine(ctx, roadmap, { kind: "action", value: after });
      const { progress: from, usersMigrated: migratedBefore } = before;
      return ok({ actionId, from, to: news.progress, migratedBefore, migratedAfter: news.usersMigrated });
    },
  });
