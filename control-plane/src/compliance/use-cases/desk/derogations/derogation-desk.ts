import { z } from "zod";
import type { Result } from "../../../../kernel/result.js";
import type { Action, Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id, text, version } from "../desk.input.js";
import { loadRecord, storeNext, type Desk } from "../desk-records.js";
import { refuse } from "../../../../kernel/result.js";
import { CHANGED } from "../../../../kernel/stored-record.js";

export const derogationDesk = ({ derogations }: Pick<DeskPorts, "derogations">): Desk<Derogation> => ({
  store: derogations,
  subject: "Derogation",
  noun: "derogation",
  author: ({ requestedBy }) => requestedBy,
});

/** What an authority decided, as a person writes it. */
export const decisionInput = z.object({ authority: z.string().trim().min(1).max(60), reference: text, on: day });

interface Step<Input> {
  readonly name: string;
  readonly action: Action;
  readonly input: z.ZodType<Input>;
  readonly change: (
    ctx: Context,
    input: Input,
    derogation: Derogation,
  ) => Result<Derogation> | Promise<Result<Derogation>>;
  readonly told: (input: Input) => Readonly<Record<string, unknown>>;
}

export const onDerogation = { id, version };
interface OnDerogation {
  readonly id: string;
  readonly version: number;
}

/** One step of a derogation's life, on the version that somebody looked at. */
export const derogationStep = <Input extends OnDerogation>(
  ports: Pick<DeskPorts, "derogations">,
  { name, action, input, change, told }: Step<Input>,
): UseCase<Input, Derogation, Derogation> => ({
  name,
  action,
  input: zodSchema(input),
  load: (ctx, given) => loadRecord(derogationDesk(ports), ctx, given.id),
  async handle(ctx, given, before) {
    if (before.version !== given.version) return refuse(CHANGED);
    const after = await change(ctx, given, before);
    const { rule, startsOn, endsOn } = before;
    return storeNext(derogationDesk(ports), ctx, before, after, { rule, startsOn, endsOn, ...told(given) });
  },
});
