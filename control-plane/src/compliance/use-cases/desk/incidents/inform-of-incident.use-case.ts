import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { informed } from "../../../domain/desk/incidents/incident.js";
import { NOTICE_RECIPIENTS } from "../../../domain/desk/incidents/provider-notice.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { instant, line } from "../desk.input.js";
import { incidentStep, onIncident, untimely } from "./incident-desk.js";

export const informOfIncidentInput = z.object({
  ...onIncident,
  to: z.enum(NOTICE_RECIPIENTS),
  name: line,
  at: instant,
  reference: line,
  risk: z.boolean().describe("The system may present a risk when used as instructed (article 79(1))."),
});
export type InformOfIncidentInput = z.infer<typeof informOfIncidentInput>;

/** Records that the provider of a deployer's system, or who brought it to the market, was told (article 26(5)). */
export const informOfIncident = (ports: Pick<DeskPorts, "incidents">) =>
  incidentStep<InformOfIncidentInput>(ports, {
    name: "compliance.inform-of-incident",
    action: "update",
    input: informOfIncidentInput,
    change: (ctx, { to, name, at, reference, risk }, incident) =>
      untimely(ctx, at, incident) ?? informed(incident, { at, by: actorRef(ctx.actor), to, name, reference, risk }),
    told: ({ to, at, reference, risk }) => ({ recipient: to, informedAt: at, reference, risk }),
  });
