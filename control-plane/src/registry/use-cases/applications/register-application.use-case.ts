import { z } from "zod";
import { guardRefusal } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { ENVIRONMENTS, type Application } from "../../domain/applications/application.js";
import { freeSlug } from "../../domain/free-slug.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import { slugOf } from "../../domain/slug.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { callableModels } from "./callable-models.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const registerApplicationInput = z.object({
  useCaseId: id,
  name: z.string().trim().min(3).max(100),
  environment: z.enum(ENVIRONMENTS),
  models: z.array(z.string().min(1).max(200)).max(100).nullish(),
});
export type RegisterApplicationInput = z.infer<typeof registerApplicationInput>;
type Ports = Pick<RegistryPorts, "useCases" | "applications" | "models">;

/** Registers a program that will call the inference API for a use case; it holds no key yet. */
export const registerApplication = (ports: Ports): UseCase<RegisterApplicationInput, AiUseCase, Application> => ({
  name: "registry.register-application",
  action: "register",
  input: zodSchema(registerApplicationInput),
  async load(ctx, { useCaseId }) {
    const found = await loadUseCase(ports.useCases, ctx, useCaseId);
    if (!found.ok) return found;
    const { organisationId, state } = found.value.loaded;
    return ok({ subject: { name: "Application", id: null, organisationId, state }, loaded: found.value.loaded });
  },
  async handle(ctx, registered, useCase) {
    if (FINAL_STATES.includes(useCase.state)) return refuse(ended(useCase));
    const models = await callableModels(ports.models, ctx, registered.models ?? null);
    if (!models.ok) return models;
    const base = slugOf(registered.name) || "application";
    const application: Application = {
      id: ctx.ids.next(),
      slug: freeSlug(base, await ports.applications.takenSlugs(ctx, base)),
      name: registered.name,
      environment: registered.environment,
      useCaseId: useCase.id,
      organisationId: useCase.organisationId,
      models: models.value,
      createdAt: ctx.clock.now(),
    };
    await ports.applications.insert(ctx, application);
    const data = { slug: application.slug, useCase: useCase.slug, environment: application.environment };
    return ok({
      value: application,
      event: { organisationId: useCase.organisationId, subjectType: "Application", subjectId: application.id, data },
    });
  },
});

const ended = (useCase: AiUseCase) =>
  guardRefusal("application.use_case_ended", `The use case is ${useCase.state}; nothing new is built on it.`, [
    { code: "use_case.alive", met: false, message: "The use case is neither retired, refused nor merged." },
  ]);
