import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { expiryOf, MAX_VALID_DAYS } from "../../domain/applications/api-key.js";
import { ENVIRONMENTS, type Application } from "../../domain/applications/application.js";
import { keyDisplayPrefix, keyHash } from "../../domain/applications/key-material.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { callableModels } from "./callable-models.js";
import { slug } from "../use-case.input.js";

const dates = { expiresAt: z.coerce.date().optional(), revokedAt: z.coerce.date().nullish() };
/** A key in clear, as local seed files hold it, or already hashed, as an export writes it. */
const key = z.union([
  z.object({
    ...dates,
    secret: z.string().regex(/^socle_[A-Za-z0-9_-]{20,100}$/, "socle_ and at least 20 characters."),
  }),
  z.object({ ...dates, hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/), prefix: z.string().min(6).max(20) }),
]);
const input = z.object({
  slug,
  name: z.string().trim().min(1).max(100),
  environment: z.enum(ENVIRONMENTS),
  useCase: slug,
  models: z.array(z.string().min(1).max(200)).nullish(),
  keys: z.array(key).default([]),
});
type Imported = z.output<typeof input>;
type Ports = Pick<RegistryPorts, "useCases" | "applications" | "models">;

/** Takes over an application with its keys. Idempotent by slug and by the keys' hashes; keys keep their dates. */
export const importApplication = (ports: Ports): UseCase<Imported, AiUseCase, Application> => ({
  name: "registry.import-application",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { useCase: useCaseSlug }) {
    const useCase = await ports.useCases.findBySlug(ctx, useCaseSlug);
    if (useCase === null) return refuse(notFound("use_case", useCaseSlug));
    return ok({
      subject: { name: "Application", id: null, organisationId: useCase.organisationId },
      loaded: useCase,
    });
  },
  async handle(ctx, imported, useCase) {
    const models = await callableModels(ports.models, ctx, imported.models ?? null);
    if (!models.ok) return models;
    const known = await ports.applications.findBySlug(ctx, imported.slug);
    if (known !== null && known.useCaseId !== useCase.id)
      return refuse(conflict("application.slug_taken", `${imported.slug} belongs to another use case.`));
    const application: Application = {
      id: known?.id ?? ctx.ids.next(),
      slug: imported.slug,
      name: imported.name,
      environment: imported.environment,
      useCaseId: useCase.id,
      organisationId: useCase.organisationId,
      models: models.value,
      createdAt: known?.createdAt ?? ctx.clock.now(),
    };
    await (known === null ? ports.applications.insert(ctx, application) : ports.applications.update(ctx, application));
    const keys = await importKeys(ports, ctx, application, imported.keys);
    if (!keys.ok) return keys;
    const data = { slug: application.slug, useCase: useCase.slug, keys: imported.keys.length };
    return ok({
      value: application,
      event: { organisationId: useCase.organisationId, subjectType: "Application", subjectId: application.id, data },
    });
  },
});

async function importKeys(ports: Ports, ctx: Context, application: Application, keys: Imported["keys"]) {
  const now = ctx.clock.now();
  const longest = expiryOf(now, MAX_VALID_DAYS);
  for (const [index, given] of keys.entries()) {
    if (given.expiresAt !== undefined && given.expiresAt > longest)
      return refuse(invalidInput([{ path: `keys.${index}.expiresAt`, message: `${MAX_VALID_DAYS} days at most.` }]));
    const hash = "secret" in given ? keyHash(given.secret) : given.hash;
    const known = await ports.applications.findKeyByHash(ctx, hash);
    if (known !== null && known.applicationId !== application.id)
      return refuse(conflict("key.taken", `A key of ${application.slug} belongs to another application.`));
    if (known !== null) continue;
    await ports.applications.insertKey(ctx, {
      id: ctx.ids.next(),
      applicationId: application.id,
      organisationId: application.organisationId,
      prefix: "secret" in given ? keyDisplayPrefix(given.secret) : given.prefix,
      hash,
      createdAt: now,
      createdBy: actorRef(ctx.actor),
      expiresAt: given.expiresAt ?? longest,
      revokedAt: given.revokedAt ?? null,
    });
  }
  return ok(true as const);
}
