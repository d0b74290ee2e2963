import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { requalified, withMeasure } from "../../../domain/desk/incidents/incident.js";
import { INCIDENT_KINDS } from "../../../domain/desk/incidents/serious-incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { reason } from "../desk.input.js";
import { incidentStep, onIncident } from "./incident-desk.js";

export const requalifyIncidentInput = z.object({ ...onIncident, kind: z.enum(INCIDENT_KINDS), reason });
export type RequalifyIncidentInput = z.infer<typeof requalifyIncidentInput>;

/** The compliance cell finds another kind on a closer look; the term follows, and why stands among the measures. */
export const requalifyIncident = (ports: Pick<DeskPorts, "incidents">) =>
  incidentStep<RequalifyIncidentInput>(ports, {
    name: "compliance.requalify-incident",
    action: "review",
    input: requalifyIncidentInput,
    change(ctx, { kind, reason: why }, incident) {
      const after = requalified(incident, kind);
      if (!after.ok) return after;
      const said = withMeasure(after.value, { at: ctx.clock.now(), by: actorRef(ctx.actor), text: `${kind}: ${why}` });
      return said.ok ? { ok: true, value: { ...said.value, version: incident.version + 1 } } : said;
    },
    told: ({ kind, reason: why }) => ({ kind, reason: why }),
  });
