import { z } from "zod";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { LOGS } from "../domain/log-name.js";
import type { LogSalts, StoredEntry } from "../ports/log-salts.port.js";

const input = z.object({
  log: z.enum(LOGS),
  entryId: z.string().trim().min(1).max(300),
  reason: z.string().trim().min(10).max(2000),
});
export type EraseSaltInput = z.output<typeof input>;

export interface ErasedSalt {
  readonly log: EraseSaltInput["log"];
  readonly entryId: string;
  readonly index: number;
}

interface AtHand {
  readonly entry: StoredEntry;
  readonly stateId: string;
}

/**
 * Erases what opens an entry's commitment, when the law asks that its content be forgotten. The entry stays where it is
 * and the log verifies as before; nobody can show any more what the entry committed to, not even with the row at hand.
 */
export const eraseSalt = (salts: LogSalts): UseCase<EraseSaltInput, AtHand, ErasedSalt> => ({
  name: "audit.erase-salt",
  action: "erase",
  input: zodSchema(input),
  async load(ctx, { log, entryId }) {
    const entry = await salts.find(ctx, log, entryId);
    if (entry === null) return refuse(notFound("log_entry", entryId));
    const stateId = await salts.stateId(ctx);
    const subject = { name: "TransparencyLog", id: null, organisationId: stateId } as const;
    return ok({ subject, loaded: { entry, stateId } });
  },
  async handle(ctx, { log, entryId, reason }, { entry, stateId }) {
    if (!entry.published)
      return refuse(conflict("log_entry.not_published", "The entry is in no checkpoint yet: try again in a minute."));
    if (!(await salts.erase(ctx, log, entryId)))
      return refuse(conflict("log_entry.erased", "The salt of this entry was erased before."));
    const value = { log, entryId, index: entry.index };
    const data = { ...value, reason };
    return ok({ value, event: { organisationId: stateId, subjectType: "TransparencyLog", subjectId: null, data } });
  },
});
