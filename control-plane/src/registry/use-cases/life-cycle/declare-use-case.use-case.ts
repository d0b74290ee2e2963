import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { amendedDossier } from "../../domain/dossier/dossier.js";
import { freeSlug } from "../../domain/free-slug.js";
import { slugOf } from "../../domain/slug.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { declaration } from "../use-case.input.js";

export const declareUseCaseInput = z.object(declaration);
export type DeclareUseCaseInput = z.infer<typeof declareUseCaseInput>;
type Ports = Pick<RegistryPorts, "useCases" | "organisations">;

/** A ministry declares a use of AI; it starts as an idea that somebody else has to validate. */
export const declareUseCase = (ports: Ports): UseCase<DeclareUseCaseInput, null, AiUseCase> => ({
  name: "registry.declare-use-case",
  action: "declare",
  input: zodSchema(declareUseCaseInput),
  async load(ctx, { organisationId }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    return ok({ subject: { name: "UseCase", id: null, organisationId }, loaded: null });
  },
  async handle(ctx, declared) {
    const base = slugOf(declared.name) || "use-case";
    const useCase: AiUseCase = {
      ...declared,
      labels: [...new Set(declared.labels)],
      id: ctx.ids.next(),
      slug: freeSlug(base, await ports.useCases.takenSlugs(ctx, base)),
      state: "idea",
      suspendedFrom: null,
      evidence: {},
      declaredBy: actorRef(ctx.actor),
      declaredAt: ctx.clock.now(),
      amendedBy: null,
      dossier: amendedDossier({}, declared.dossier),
      convergence: null,
      mergedInto: null,
      version: 1,
    };
    await ports.useCases.insert(ctx, useCase);
    await ports.useCases.appendEvent(ctx, {
      id: ctx.ids.next(),
      useCaseId: useCase.id,
      organisationId: useCase.organisationId,
      at: useCase.declaredAt,
      from: null,
      to: "idea",
      by: useCase.declaredBy,
      reason: null,
    });
    const data = { slug: useCase.slug, to: "idea", version: 1 };
    return ok({
      value: useCase,
      event: { organisationId: useCase.organisationId, subjectType: "UseCase", subjectId: useCase.id, data },
    });
  },
});
