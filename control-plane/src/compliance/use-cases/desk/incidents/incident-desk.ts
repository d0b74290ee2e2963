import type { z } from "zod";
import { invalidInput } from "../../../../kernel/refusal.js";
import { refuse, type Result } from "../../../../kernel/result.js";
import type { Action, Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import type { Incident } from "../../../domain/desk/incidents/incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, version } from "../desk.input.js";
import { loadRecord, storeNext, type Desk } from "../desk-records.js";

export const incidentDesk = ({ incidents }: Pick<DeskPorts, "incidents">): Desk<Incident> => ({
  store: incidents,
  subject: "Incident",
  noun: "incident",
  author: ({ declaredBy }) => declaredBy,
});

export const onIncident = { id, version };

/** Why nobody was told of it at that instant; `null` when somebody may have been. */
export const untimely = (ctx: Context, at: Date, { awareAt }: Incident) =>
  at > ctx.clock.now() || at < awareAt
    ? refuse(invalidInput([{ path: "at", message: "Between the day of knowledge and now." }]))
    : null;

interface Step<Input> {
  readonly name: string;
  readonly action: Action;
  readonly input: z.ZodType<Input>;
  readonly change: (ctx: Context, input: Input, incident: Incident) => Result<Incident>;
  readonly told: (input: Input) => Readonly<Record<string, unknown>>;
}

/** One act on an incident, on the version that somebody looked at. */
export const incidentStep = <Input extends { readonly id: string; readonly version: number }>(
  ports: Pick<DeskPorts, "incidents">,
  { name, action, input, change, told }: Step<Input>,
): UseCase<Input, Incident, Incident> => ({
  name,
  action,
  input: zodSchema(input),
  load: (ctx, given) => loadRecord(incidentDesk(ports), ctx, given.id),
  async handle(ctx, given, before) {
    if (before.version !== given.version) return refuse(CHANGED);
    return storeNext(incidentDesk(ports), ctx, before, change(ctx, given, before), told(given));
  },
});
