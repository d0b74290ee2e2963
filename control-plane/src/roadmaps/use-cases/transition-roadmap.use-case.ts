import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { movedRoadmap, roadmapActionTowards, type RoadmapStepAction } from "../domain/roadmap-life-cycle.js";
import { ROADMAP_STATES, type Roadmap } from "../domain/roadmap.js";
import type { RoadmapRepository } from "../ports/roadmap-repository.port.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { CHANGED, loadRoadmap, type LoadedRoadmap } from "./edit-roadmap.js";
import { reason, roadmapId, version } from "./roadmap.input.js";

const fields = z.object({ roadmapId, version, to: z.enum(ROADMAP_STATES), reason });
type TransitionRoadmapInput = z.output<typeof fields>;

const inputFor = (action: RoadmapStepAction) =>
  fields.refine(({ to }) => to !== "consolidated" && roadmapActionTowards(to) === action, {
    path: ["to"],
    message: "No step of the life cycle leads there; a roadmap is consolidated with all others.",
  });

/** Moves a roadmap along its life cycle, by the right that the target state asks for: `roadmapActionTowards(to)`. */
export const transitionRoadmap = (
  { roadmaps }: Pick<RoadmapsPorts, "roadmaps">,
  action: RoadmapStepAction,
): UseCase<TransitionRoadmapInput, LoadedRoadmap, Roadmap> => ({
  name: "roadmaps.transition-roadmap",
  action,
  input: zodSchema(inputFor(action)),
  load: (ctx, input) => loadRoadmap(roadmaps, ctx, input.roadmapId),
  async handle(ctx, input, { roadmap, content }) {
    if (roadmap.version !== input.version) return refuse(CHANGED);
    const after = movedRoadmap(roadmap, content, input.to, actorRef(ctx.actor), ctx.clock.now());
    return after.ok ? recordStep(roadmaps, ctx, roadmap, after.value, input.reason) : after;
  },
});

/** Stores a step with its place in the history and its event for the journal. */
export async function recordStep(
  roadmaps: RoadmapRepository,
  ctx: Context,
  before: Roadmap,
  after: Roadmap,
  why: string,
): Promise<Result<Done<Roadmap>>> {
  if (!(await roadmaps.update(ctx, after))) return refuse(CHANGED);
  const { id: roadmapId, organisationId, state: to, version: reached } = after;
  const step = { from: before.state, to, by: actorRef(ctx.actor), reason: why };
  await roadmaps.appendEvent(ctx, { id: ctx.ids.next(), roadmapId, organisationId, at: ctx.clock.now(), ...step });
  const data = { from: before.state, to, version: reached, reason: why };
  return ok({ value: after, event: { organisationId, subjectType: "Roadmap", subjectId: roadmapId, data } });
}
