import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { invalidInput } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import { notificationDueAt, SEVERITIES, type Incident } from "../../../domain/desk/incidents/incident.js";
import { HARMS, INCIDENT_KINDS } from "../../../domain/desk/incidents/serious-incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, instant, line, text } from "../desk.input.js";
import { loadUseCaseFor, storeFirst } from "../desk-records.js";
import { incidentDesk } from "./incident-desk.js";

export const declareIncidentInput = z.object({
  useCaseId: id,
  kind: z.enum(INCIDENT_KINDS),
  severity: z.enum(SEVERITIES),
  harms: z.array(z.enum(HARMS)).max(HARMS.length),
  title: line,
  description: text,
  systemVersion: z.string().trim().min(1).max(200).nullish(),
  occurredAt: instant.nullish(),
  awareAt: instant.describe("From when the term runs."),
});
export type DeclareIncidentInput = z.infer<typeof declareIncidentInput>;
type Ports = Pick<DeskPorts, "incidents"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/** A body says what went wrong; the term of article 73 runs from the day on which it knew. */
export const declareIncident = (ports: Ports): UseCase<DeclareIncidentInput, AiUseCase, Incident> => ({
  name: "compliance.declare-incident",
  action: "declare",
  input: zodSchema(declareIncidentInput),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Incident", ports.registry, ctx, useCaseId),
  async handle(ctx, { systemVersion, occurredAt, ...said }, useCase) {
    const now = ctx.clock.now();
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
      dueAt: notificationDueAt(said.kind, said.awareAt),
      measures: [],
      notification: null,
      suspendedAt: null,
      state: "open",
      declaredBy: actorRef(ctx.actor),
      declaredAt: now,
    };
    const { kind, severity, dueAt } = incident;
    return storeFirst(incidentDesk(ports), ctx, incident, { kind, severity, dueAt, useCase: useCase.slug });
  },
});
