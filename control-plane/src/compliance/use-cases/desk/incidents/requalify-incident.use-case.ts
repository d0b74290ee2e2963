import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import { requalified, withHarms, type Incident } from "../../../domain/desk/incidents/incident.js";
import { HARMS } from "../../../domain/desk/incidents/serious-incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { reason } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { dutiesIn } from "./article-73.js";
import { incidentDesk, onIncident } from "./incident-desk.js";

const harms = z.array(z.enum(HARMS)).max(HARMS.length);
export const addIncidentHarmsInput = z.object({ ...onIncident, harms: harms.min(1), reason });
export const requalifyIncidentInput = z.object({
  ...onIncident,
  harms: harms.describe("All that are found in the end; what is left out is withdrawn."),
  reason,
});
export type RequalifyIncidentInput = z.infer<typeof requalifyIncidentInput>;
type Ports = Pick<DeskPorts, "incidents"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

interface Loaded {
  readonly incident: Incident;
  readonly useCase: AiUseCase;
}
type Verb = UseCase<RequalifyIncidentInput, Loaded, Incident>;

const qualifying = (
  ports: Ports,
  { name, action }: Pick<Verb, "name" | "action">,
  input: z.ZodType<RequalifyIncidentInput>,
  change: (...of: Parameters<typeof requalified>) => Result<Incident>,
): Verb => ({
  name,
  action,
  input: zodSchema(input),
  async load(ctx, { id }) {
    const found = await loadRecord(incidentDesk(ports), ctx, id);
    if (!found.ok) return found;
    const { subject, loaded: incident } = found.value;
    const useCase = await ports.registry.useCases.find(ctx, incident.useCaseId);
    if (useCase === null) return refuse(notFound("use_case", incident.useCaseId));
    return ok({ subject, loaded: { incident, useCase } });
  },
  async handle(ctx, given, { incident, useCase }) {
    if (incident.version !== given.version) return refuse(CHANGED);
    const look = { at: ctx.clock.now(), by: actorRef(ctx.actor), reason: given.reason, duties: dutiesIn(useCase) };
    const after = change(incident, given.harms, look);
    const told = after.ok ? { kind: after.value.kind, harms: after.value.harms, reason: given.reason } : {};
    return storeNext(incidentDesk(ports), ctx, incident, after, told);
  },
});

/** Whoever follows an incident found further harms: its kind and its term follow. */
export const addIncidentHarms = (ports: Ports): Verb =>
  qualifying(ports, { name: "compliance.add-incident-harms", action: "update" }, addIncidentHarmsInput, withHarms);

/** The compliance cell says which harms are there in the end, and reads again whether the system is high-risk. */
export const requalifyIncident = (ports: Ports): Verb =>
  qualifying(ports, { name: "compliance.requalify-incident", action: "review" }, requalifyIncidentInput, requalified);
