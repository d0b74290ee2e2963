import { z } from "zod";
import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound, type Refusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { LOGS } from "../domain/log-name.js";
import type { LogSalts, StoredEntry } from "../ports/log-salts.port.js";

export const erasureInput = z.object({
  log: z.enum(LOGS),
  entryId: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .describe("`replica/epoch/sequence` of a request, the id of a governance event."),
  reason: z.string().trim().min(10).max(2000),
});
export type EraseSaltInput = z.output<typeof erasureInput>;

/** Where the entry stands whose salt it is about. */
export interface EntryPlace {
  readonly log: EraseSaltInput["log"];
  readonly entryId: string;
  readonly index: number;
}

export interface EntryAtHand {
  readonly entry: StoredEntry;
  readonly stateId: string;
  /** Who asked for the erasure of late: another person than the one who acts, if there is one. */
  readonly askedBy: string | null;
}

/** How long what one person asked waits for the other one: thirty days. */
const ASKED_MS = 30 * 86_400_000;

/**
 * Erases what opens an entry's commitment, when the law asks that its content be forgotten. The entry stays where it is
 * and the log verifies as before; nobody can show any more what the entry committed to, not even with the row at hand.
 * An entry of the governance log says who decided what: there, another person has to have asked for it.
 */
export const eraseSalt = (salts: LogSalts): UseCase<EraseSaltInput, EntryAtHand, EntryPlace> => ({
  name: "audit.erase-salt",
  action: "erase",
  input: zodSchema(erasureInput),
  async load(ctx, input) {
    const found = await entryAtHand(salts, ctx, input);
    if (!found.ok) return found;
    const { entry, stateId, askedBy } = found.value;
    const subject = { name: "TransparencyLog", id: null, organisationId: stateId } as const;
    const byTwo = input.log === "governance" && entry.salt !== null && askedBy !== null;
    return ok({ subject: byTwo ? { ...subject, declaredBy: askedBy } : subject, loaded: found.value });
  },
  async handle(ctx, { log, entryId, reason }, { entry, stateId, askedBy }) {
    if (entry.salt === null) return erased();
    if (log === "governance" && askedBy === null)
      return refuse(conflict("log_entry.erasure_not_asked", "Another person of the cell has to ask for it first."));
    if (!(await salts.erase(ctx, log, entryId))) return erased();
    return ok(recorded(stateId, { log, entryId, index: entry.index }, reason));
  },
});

const erased = () => refuse(conflict("log_entry.erased", "The salt of this entry was erased before."));

/** The first of the two people who erase what opens an entry of the governance log. */
export const askSaltErasure = (salts: LogSalts): UseCase<EraseSaltInput, EntryAtHand, EntryPlace> => ({
  name: "audit.ask-salt-erasure",
  action: "erase",
  input: zodSchema(erasureInput),
  async load(ctx, input) {
    const found = await entryAtHand(salts, ctx, input);
    if (!found.ok) return found;
    const subject = { name: "TransparencyLog", id: null, organisationId: found.value.stateId } as const;
    return ok({ subject, loaded: found.value });
  },
  async handle(ctx, { log, entryId, reason }, { entry, stateId }) {
    if (entry.salt === null) return erased();
    await salts.ask(ctx, log, entryId);
    return ok(recorded(stateId, { log, entryId, index: entry.index }, reason));
  },
});

async function entryAtHand(
  salts: LogSalts,
  ctx: Context,
  { log, entryId }: EraseSaltInput,
): Promise<Result<EntryAtHand, Refusal>> {
  const entry = await salts.find(ctx, log, entryId);
  if (entry === null) return refuse(notFound("log_entry", entryId));
  if (!entry.published)
    return refuse(conflict("log_entry.not_published", "The entry is in no checkpoint yet: try again in a minute."));
  const people = await salts.askedBy(ctx, log, entryId, new Date(ctx.clock.now().getTime() - ASKED_MS));
  const askedBy = people.find((person) => person !== actorRef(ctx.actor)) ?? people[0] ?? null;
  return ok({ entry, stateId: await salts.stateId(ctx), askedBy });
}

function recorded(stateId: string, value: EntryPlace, reason: string) {
  const about = { organisationId: stateId, subjectType: "TransparencyLog", subjectId: null } as const;
  return { value, event: { ...about, data: { ...value, reason } } };
}
