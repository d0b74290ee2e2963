import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Roadmap } from "../domain/roadmap.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { roadmapId } from "./roadmap.input.js";

const input = z.object({ organisationId: roadmapId, year: z.number().int().min(2025).max(2100) });
type OpenRoadmapInput = z.output<typeof input>;
type Ports = Pick<RoadmapsPorts, "roadmaps" | "reference">;

/** A ministry begins its roadmap for a year; there is one a year, and opening it again is refused. */
export const openRoadmap = (ports: Ports): UseCase<OpenRoadmapInput, null, Roadmap> => ({
  name: "roadmaps.open-roadmap",
  action: "declare",
  input: zodSchema(input),
  async load(ctx, { organisationId, year }) {
    const ministries = await ports.reference.ministries(ctx);
    if (!ministries.some(({ id }) => id === organisationId)) return refuse(notFound("ministry", organisationId));
    if ((await ports.reference.exercise(ctx, year)) === null) return refuse(notFound("roadmap_exercise", String(year)));
    return ok({ subject: { name: "Roadmap", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, { organisationId, year }) {
    if ((await ports.roadmaps.findOf(ctx, organisationId, year)) !== null)
      return refuse(conflict("roadmap.exists", `The roadmap of ${String(year)} is already open.`));
    const roadmap: Roadmap = {
      id: ctx.ids.next(),
      organisationId,
      year,
      state: "draft",
      declaredBy: actorRef(ctx.actor),
      submittedAt: null,
      version: 1,
    };
    await ports.roadmaps.insert(ctx, roadmap);
    const event = {
      organisationId,
      subjectType: "Roadmap",
      subjectId: roadmap.id,
      data: { year, to: "draft" },
    } as const;
    return ok({ value: roadmap, event });
  },
});
