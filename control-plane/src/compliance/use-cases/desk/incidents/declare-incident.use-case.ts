import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { invalidInput } from "../../../../kernel/refusal.js";
import { refuse, type Result } from "../../../../kernel/result.js";
import type { Context, Done, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import { qualified, type Incident } from "../../../domain/desk/incidents/incident.js";
import { HARMS } from "../../../domain/desk/incidents/serious-incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, instant, line, text } from "../desk.input.js";
import { loadUseCaseFor, storeFirst } from "../desk-records.js";
import { dutiesIn } from "./article-73.js";
import { incidentDesk } from "./incident-desk.js";

export const declareIncidentInput = z.object({
  useCaseId: id,
  harms: z
    .array(z.enum(HARMS))
    .max(HARMS.length)
    .describe("Kind and term follow; empty when nothing serious happened."),
  title: line,
  description: text,
  systemVersion: z.string().trim().min(1).max(200).nullish(),
  occurredAt: instant.nullish(),
  awareAt: instant.describe("From when the term runs."),
});
export type DeclareIncidentInput = z.infer<typeof declareIncidentInput>;
type Ports = Pick<DeskPorts, "incidents"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/** A body says what went wrong and whom it harmed; kind and term of article 73 follow, from the day on which it knew. */
export const declareIncident = (ports: Ports): UseCase<DeclareIncidentInput, AiUseCase, Incident> => ({
  name: "compliance.declare-incident",
  action: "declare",
  input: zodSchema(declareIncidentInput),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Incident", ports.registry, ctx, useCaseId),
  handle: (ctx, said, useCase) => storeDeclared(ports, ctx, said, useCase, "open"),
});

/** A first version of an incident. @param beside what the journal keeps of it as well */
export async function storeDeclared(
  ports: Pick<DeskPorts, "incidents">,
  ctx: Context,
  { systemVersion, occurredAt, harms, ...said }: DeclareIncidentInput,
  useCase: AiUseCase,
  state: "reported" | "open",
  beside: Readonly<Record<string, unknown>> = {},
): Promise<Result<Done<Incident>>> {
  const now = ctx.clock.now();
  const declaredBy = actorRef(ctx.actor);
  if (said.awareAt > now) return refuse(invalidInput([{ path: "awareAt", message: "That instant is to come." }]));
  if (occurredAt != null && occurredAt > said.awareAt)
    return refuse(invalidInput([{ path: "occurredAt", message: "Nobody knows of it before it happens." }]));
  const incident: Incident = {
    ...said,
    id: ctx.ids.next(),
    organisationId: useCase.organisationId,
    version: 1,
    systemVersion: systemVersion ?? null,
    occurredAt: occurredAt ?? null,
    ...qualified(harms, dutiesIn(useCase), said.awareAt),
    findings: harms.map((harm) => ({ at: now, by: declaredBy, harm, found: true, reason: "" })),
    measures: [],
    notification: null,
    notices: [],
    suspendedAt: null,
    state,
    declaredBy,
    declaredAt: now,
  };
  const { kind, dueAt } = incident;
  return storeFirst(incidentDesk(ports), ctx, incident, {
    kind,
    harms: incident.harms,
    dueAt,
    useCase: useCase.slug,
    ...beside,
  });
}
