import { z } from "zod";
import { notified } from "../../../domain/desk/incidents/incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { instant, line } from "../desk.input.js";
import { incidentStep, onIncident, untimely } from "./incident-desk.js";

export const notifyIncidentInput = z.object({
  ...onIncident,
  at: instant,
  authority: line,
  reference: line,
  interim: z.boolean(),
});
export type NotifyIncidentInput = z.infer<typeof notifyIncidentInput>;

/** Records that the market surveillance authority was told, when and under which reference. */
export const notifyIncident = (ports: Pick<DeskPorts, "incidents">) =>
  incidentStep<NotifyIncidentInput>(ports, {
    name: "compliance.notify-incident",
    action: "update",
    input: notifyIncidentInput,
    change: (ctx, { at, authority, reference, interim }, incident) =>
      untimely(ctx, at, incident) ?? notified(incident, { at, authority, reference, interim }),
    told: ({ at, authority, interim }) => ({ notifiedAt: at, authority, interim }),
  });
