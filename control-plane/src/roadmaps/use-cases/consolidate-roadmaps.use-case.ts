import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { digestOf } from "../../kernel/canonical-json.js";
import { parisDay } from "@socle/contracts";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { MinistryRoadmap } from "../domain/consolidation/consolidation-input.js";
import { consolidateRoadmaps } from "../domain/consolidation/consolidate-roadmaps.js";
import { movedRoadmap } from "../domain/roadmap-life-cycle.js";
import { emptyContent } from "../domain/roadmap.js";
import type { RoadmapExercise } from "../ports/roadmap-reference.port.js";
import type { StoredReport } from "../ports/roadmap-report-repository.port.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { recordStep } from "./transition-roadmap.use-case.js";

const input = z.object({
  year: z.number().int().min(2025).max(2100),
  /** The State's organisation: what is consolidated is everybody's. */
  stateId: z.string().trim().min(1).max(64),
  windowMonths: z
    .number()
    .int()
    .min(1)
    .max(36)
    .nullish()
    .transform((months) => months ?? 6),
});
type ConsolidateInput = z.output<typeof input>;
type Ports = Omit<RoadmapsPorts, "catalogue">;

/**
 * Computes and keeps the State's consolidation of a year. Roadmaps that were accepted enter it as consolidated; the
 * others are counted as they stand, with their state beside them, so that a late ministry does not hide a spend.
 */
export const consolidateYear = (ports: Ports): UseCase<ConsolidateInput, RoadmapExercise, StoredReport> => ({
  name: "roadmaps.consolidate-roadmaps",
  action: "review",
  input: zodSchema(input),
  async load(ctx, { year, stateId }) {
    const exercise = await ports.reference.exercise(ctx, year);
    if (exercise === null) return refuse(notFound("roadmap_exercise", String(year)));
    if ((await ports.reference.stateId(ctx)) !== stateId) return refuse(notFound("state", stateId));
    return ok({ subject: { name: "Roadmap", id: null, organisationId: stateId }, loaded: exercise });
  },
  async handle(ctx, { year, stateId, windowMonths }, exercise) {
    const accepted = await acceptAll(ports, ctx, await roadmapsOf(ports, ctx, year));
    if (!accepted.ok) return accepted;
    const ministries = await roadmapsOf(ports, ctx, year);
    const now = ctx.clock.now();
    const settings = { ...exercise, now, today: parisDay(now), windowMonths };
    const stored: StoredReport = {
      id: ctx.ids.next(),
      year,
      computedAt: now,
      computedBy: actorRef(ctx.actor),
      inputDigest: digestOf(JSON.parse(JSON.stringify([ministries, exercise, windowMonths]))),
      windowMonths,
      report: consolidateRoadmaps(ministries, settings),
    };
    await ports.reports.insert(ctx, stored);
    const data = {
      year,
      inputDigest: stored.inputDigest,
      totalEuros: stored.report.totalEuros,
      ministries: ministries.length,
    };
    return ok({
      value: stored,
      event: { organisationId: stateId, subjectType: "Roadmap", subjectId: stored.id, data },
    });
  },
});

/** What every ministry declared for a year, those without a roadmap too, by name. */
async function roadmapsOf(ports: Ports, ctx: Context, year: number): Promise<readonly MinistryRoadmap[]> {
  const roadmaps = await ports.roadmaps.ofYear(ctx, year);
  const contents = await ports.roadmaps.contents(
    ctx,
    roadmaps.map(({ id }) => id),
  );
  const byMinistry = new Map(roadmaps.map((roadmap) => [roadmap.organisationId, roadmap]));
  return (await ports.reference.ministries(ctx)).map(({ id, name }) => {
    const roadmap = byMinistry.get(id) ?? null;
    const content = (roadmap === null ? undefined : contents.get(roadmap.id)) ?? emptyContent;
    return { organisationId: id, organisationName: name, roadmap, content };
  });
}

async function acceptAll(ports: Ports, ctx: Context, ministries: readonly MinistryRoadmap[]): Promise<Result<true>> {
  for (const { roadmap, content } of ministries) {
    if (roadmap?.state !== "accepted") continue;
    const after = movedRoadmap(roadmap, content, "consolidated", actorRef(ctx.actor), ctx.clock.now());
    if (!after.ok) return after;
    const stored = await recordStep(ports.roadmaps, ctx, roadmap, after.value, "Consolidation of the year");
    if (!stored.ok) return stored;
  }
  return ok(true);
}
