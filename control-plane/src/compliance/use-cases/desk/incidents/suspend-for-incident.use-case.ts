import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { ok, refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { suspendUseCase, type AiUseCase, type RegistryPorts } from "../../../../registry/index.js";
import { next } from "../../../domain/desk/desk-record.js";
import { withMeasure, type Incident } from "../../../domain/desk/incidents/incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { reason } from "../desk.input.js";
import { storeNext } from "../desk-records.js";
import { incidentDesk, onIncident } from "./incident-desk.js";

export const suspendForIncidentInput = z.object({ ...onIncident, reason });
export type SuspendForIncidentInput = z.infer<typeof suspendForIncidentInput>;
type Ports = Pick<DeskPorts, "incidents"> & { readonly registry: RegistryPorts };

interface Loaded {
  readonly incident: Incident;
  readonly useCase: AiUseCase;
}

/** Stops the use case that an incident is about, as suspension does anywhere: its keys are refused with the next snapshot. */
export const suspendForIncident = (ports: Ports): UseCase<SuspendForIncidentInput, Loaded, Incident> => ({
  name: "compliance.suspend-for-incident",
  action: "suspend",
  input: zodSchema(suspendForIncidentInput),
  async load(ctx, given) {
    const incident = await ports.incidents.find(ctx, given.id);
    if (incident === null) return refuse(notFound("incident", given.id));
    const useCase = await ports.registry.useCases.find(ctx, incident.useCaseId);
    if (useCase === null) return refuse(notFound("use_case", incident.useCaseId));
    const { id, organisationId, state } = useCase;
    return ok({ subject: { name: "UseCase", id, organisationId, state }, loaded: { incident, useCase } });
  },
  async handle(ctx, given, { incident, useCase }) {
    if (incident.version !== given.version) return refuse(CHANGED);
    const at = ctx.clock.now();
    const measured = withMeasure(incident, { at, by: actorRef(ctx.actor), text: given.reason });
    if (!measured.ok) return measured;
    const suspended = await suspendUseCase(ports.registry).handle(
      ctx,
      { id: useCase.id, reason: given.reason },
      useCase,
    );
    if (!suspended.ok) return suspended;
    const after = ok(next(incident, { measures: measured.value.measures, suspendedAt: at }));
    const caused = [{ useCase: "registry.suspend-use-case", event: suspended.value.event }];
    return storeNext(incidentDesk(ports), ctx, incident, after, { reason: given.reason }, caused);
  },
});
