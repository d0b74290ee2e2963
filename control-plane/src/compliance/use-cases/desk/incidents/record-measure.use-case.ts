import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { withMeasure } from "../../../domain/desk/incidents/incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { text } from "../desk.input.js";
import { incidentStep, onIncident } from "./incident-desk.js";

export const recordMeasureInput = z.object({ ...onIncident, measure: text });
export type RecordMeasureInput = z.infer<typeof recordMeasureInput>;

/** Whoever follows an incident says what was done. */
export const recordMeasure = (ports: Pick<DeskPorts, "incidents">) =>
  incidentStep<RecordMeasureInput>(ports, {
    name: "compliance.record-measure",
    action: "update",
    input: recordMeasureInput,
    change: (ctx, { measure }, incident) =>
      withMeasure(incident, { at: ctx.clock.now(), by: actorRef(ctx.actor), text: measure }),
    told: () => ({ measure: "added" }),
  });
