import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { ok } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { amend, type Amendment } from "../../domain/amendment.js";
import { dossierSchema } from "../../domain/dossier/dossier.js";
import { forJournal } from "../../domain/material.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { declaration, id, reason, version } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";
import { proposeChange } from "./propose-change.js";
import { recordMove, sameVersion } from "./record-change.js";

export const amendUseCaseInput = z
  .object({
    id,
    version,
    reason,
    name: declaration.name.nullish(),
    description: declaration.description.nullish(),
    labels: declaration.labels.nullish(),
    serviceClass: declaration.serviceClass.nullish(),
    maxOutputTokens: declaration.maxOutputTokens.nullish(),
    decisionRole: declaration.decisionRole.nullish(),
    affectsIndividuals: z.boolean().nullish(),
    staffEffect: declaration.staffEffect.nullish(),
    ownerEmail: declaration.ownerEmail.nullish(),
    oversight: declaration.oversight.nullish(),
    dossier: dossierSchema.nullish(),
  })
  .describe("Fields that are absent or null stay; a null inside the dossier takes out.");
export type AmendUseCaseInput = z.infer<typeof amendUseCaseInput>;
type Ports = Pick<RegistryPorts, "useCases" | "changes">;

/**
 * A ministry changes what it declared, on the version it looked at; fields that are absent or null stay. Past the first
 * qualification, what rules or guards read waits for a second person.
 */
export const amendUseCase = (ports: Ports): UseCase<AmendUseCaseInput, AiUseCase, AiUseCase> => ({
  name: "registry.amend-use-case",
  action: "update",
  input: zodSchema(amendUseCaseInput),
  load: (ctx, { id: useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, { id: _id, version: seen, reason: why, ...fields }, before) {
    const current = sameVersion(before, seen);
    if (!current.ok) return current;
    const amended = amend(before, said(fields), actorRef(ctx.actor));
    if (!amended.ok) return amended;
    const { useCase, written, proposed } = amended.value;
    const waits =
      proposed.length === 0
        ? []
        : [await proposeChange(ports, ctx, before, proposed, { reason: why, right: "validate" })];
    const [first] = waits;
    if (first !== undefined && written.length === 0) return ok({ value: before, event: first.event });
    const stored = await recordMove(ports.useCases, ctx, before, useCase, why);
    if (!stored.ok) return stored;
    const data = { ...stored.value.event.data, changes: forJournal(written) };
    return ok({ value: useCase, event: { ...stored.value.event, data }, caused: waits });
  },
});

function said(fields: Omit<AmendUseCaseInput, "id" | "version" | "reason">): Amendment {
  const present = Object.entries(fields).filter(([, value]) => value != null);
  return Object.fromEntries(present);
}
