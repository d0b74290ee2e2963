import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { circularActions, type RoadmapAction } from "../domain/roadmap-action.js";
import { ROADMAP_STATES, type Roadmap } from "../domain/roadmap.js";
import type { RoadmapLine } from "../ports/roadmap-repository.port.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { dependency, exercise, exitPlan, namedAction, plannedSpend, roadmapId, trajectory } from "./roadmap.input.js";

const input = z
  .object({
    organisationId: roadmapId,
    year: z.number().int().min(2025).max(2100),
    state: z.enum(ROADMAP_STATES),
    declaredBy: roadmapId.optional(),
    submittedAt: z.coerce.date().optional(),
    dependencies: z.array(
      z.object({
        line: dependency,
        actions: z.array(namedAction).default([]),
        exitPlan: exitPlan
          .omit({ dependencyId: true })
          .extend({ exercises: z.array(exercise).default([]) })
          .optional(),
      }),
    ),
    plannedSpend,
    trajectory,
  })
  .refine(
    ({ state, submittedAt }) => submittedAt !== undefined || state === "draft" || state === "ministry_validated",
    {
      path: ["submittedAt"],
      message: "A roadmap in this state was submitted some day.",
    },
  );
type ImportRoadmapInput = z.output<typeof input>;
type Ports = Pick<RoadmapsPorts, "roadmaps" | "reference">;

/**
 * Takes over a ministry's roadmap of a year with its lines, in the state it has elsewhere. May be run again: a roadmap
 * that stands stays as people have made it since. For the platform only.
 */
export const importRoadmap = (ports: Ports): UseCase<ImportRoadmapInput, null, Roadmap> => ({
  name: "roadmaps.import-roadmap",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { organisationId, year }) {
    const ministries = await ports.reference.ministries(ctx);
    if (!ministries.some(({ id }) => id === organisationId)) return refuse(notFound("ministry", organisationId));
    if ((await ports.reference.exercise(ctx, year)) === null) return refuse(notFound("roadmap_exercise", String(year)));
    return ok({ subject: { name: "Roadmap", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, told) {
    const { organisationId, year, state } = told;
    const stands = await ports.roadmaps.findOf(ctx, organisationId, year);
    const lines = linesOf(ctx, told);
    if (!lines.ok) return lines;
    const roadmap: Roadmap = stands ?? {
      ...{ id: ctx.ids.next(), organisationId, year, state, version: 1 },
      declaredBy: told.declaredBy ?? actorRef(ctx.actor),
      submittedAt: told.submittedAt ?? null,
    };
    if (stands === null) {
      await ports.roadmaps.insert(ctx, roadmap);
      for (const line of lines.value) await ports.roadmaps.saveLine(ctx, roadmap, line);
      await ports.roadmaps.saveTrajectory(ctx, roadmap, told.plannedSpend, told.trajectory);
    }
    const data = { year, to: roadmap.state, dependencies: told.dependencies.length, taken: stands === null };
    return ok({ value: roadmap, event: { organisationId, subjectType: "Roadmap", subjectId: roadmap.id, data } });
  },
});

/** Lines with ids of their own, dependencies first; refuses names that mean nothing or that run in a circle. */
function linesOf(ctx: Context, { dependencies }: ImportRoadmapInput): Result<readonly RoadmapLine[]> {
  const placed = dependencies.map((told) => ({ ...told, id: ctx.ids.next() }));
  const named = placed.flatMap(({ id: dependencyId, actions }) =>
    actions.map((told) => ({ ...told, dependencyId, id: ctx.ids.next() })),
  );
  const ids = new Map(named.map(({ name, id }) => [name, id]));
  if (ids.size < named.length) return refuse(conflict("roadmap.line_named_twice", "Two actions have one name."));
  const unknown = named.flatMap(({ after }) => after).find((other) => !ids.has(other));
  if (unknown !== undefined) return refuse(notFound("roadmap_action", unknown));
  const actions = named.map(({ name: _name, after, ...fields }): RoadmapAction => {
    const before = after.map((other) => ids.get(other)).filter((id) => id !== undefined);
    return { ...fields, after: before };
  });
  if (circularActions(actions).length > 0)
    return refuse(conflict("roadmap.circular", "This action would have to be done before itself."));
  const exits = placed.flatMap(({ id: dependencyId, exitPlan: plan }) =>
    plan === undefined ? [] : [{ ...plan, dependencyId, id: ctx.ids.next() }],
  );
  return ok([
    ...placed.map(({ id, line }) => ({ kind: "dependency", value: { ...line, id } }) as const),
    ...actions.map((value) => ({ kind: "action", value }) as const),
    ...exits.map((value) => ({ kind: "exit_plan", value }) as const),
  ]);
}
