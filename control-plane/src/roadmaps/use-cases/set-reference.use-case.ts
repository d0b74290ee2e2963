import { z } from "zod";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { REFERENCE_KINDS, type ReferenceSpend } from "../domain/consolidation/consolidation-input.js";
import { DEPENDENCY_DOMAINS } from "../domain/dependency.js";
import type { RoadmapsPorts } from "../ports/roadmaps-ports.js";
import { euros, name, orNull } from "./roadmap.input.js";

const input = z.object({
  year: z.number().int().min(2025).max(2100),
  label: name,
  kind: z.enum(REFERENCE_KINDS).default("spend"),
  vendor: orNull(name),
  domain: orNull(z.enum(DEPENDENCY_DOMAINS)),
  euros,
  source: z.string().trim().min(1, "Say where the figure comes from.").max(2000),
});
type SetReferenceInput = z.output<typeof input>;

/** Sets a figure of the plan that roadmaps are measured against. May be run again; for the platform only. */
export const setReference = ({
  reference,
}: Pick<RoadmapsPorts, "reference">): UseCase<SetReferenceInput, string, ReferenceSpend> => ({
  name: "roadmaps.set-reference",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { year }) {
    const stateId = await reference.stateId(ctx);
    if (stateId === null) return refuse(notFound("state", ""));
    if ((await reference.exercise(ctx, year)) === null) return refuse(notFound("roadmap_exercise", String(year)));
    return ok({ subject: { name: "Roadmap", id: null, organisationId: stateId }, loaded: stateId });
  },
  async handle(ctx, { year, ...figure }, stateId) {
    const changed = await reference.setReference(ctx, year, figure);
    const data = { year, ...figure, changed };
    return ok({
      value: figure,
      event: { organisationId: stateId, subjectType: "Roadmap", subjectId: `${String(year)} ${figure.label}`, data },
    });
  },
});
