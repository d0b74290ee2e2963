import { z } from "zod";
import type { Action } from "../../../../kernel/use-case.js";
import { INCIDENT_STATES, moved, type IncidentState } from "../../../domain/desk/incidents/incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { reason } from "../desk.input.js";
import { incidentStep, onIncident } from "./incident-desk.js";

/** Those who follow an incident move it; the compliance cell alone closes it. */
export const incidentActionTowards = (to: IncidentState): Extract<Action, "update" | "review"> =>
  to === "closed" ? "review" : "update";

export const moveIncidentInput = z.object({ ...onIncident, to: z.enum(INCIDENT_STATES), reason });
export type MoveIncidentInput = z.infer<typeof moveIncidentInput>;

/** One step of an incident's life, by the right that its end asks for: `incidentActionTowards(to)`. */
export const moveIncident = (ports: Pick<DeskPorts, "incidents">, action: "update" | "review") =>
  incidentStep<MoveIncidentInput>(ports, {
    name: "compliance.move-incident",
    action,
    input: moveIncidentInput.refine(({ to }) => incidentActionTowards(to) === action, {
      path: ["to"],
      message: "Another right leads there.",
    }),
    change: (_ctx, { to }, incident) => moved(incident, to),
    told: ({ reason: why }) => ({ reason: why }),
  });
