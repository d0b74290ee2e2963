import type { Context } from "../../kernel/use-case.js";
import { canonicalJson } from "@socle/contracts";
import { commitment } from "../domain/log-entry.js";
import type { LogName } from "../domain/log-name.js";
import type { LogSalts } from "../ports/log-salts.port.js";

/**
 * What shows that an entry commits to this record: SHA-256 over the salt's bytes and the source's text is the entry's
 * commitment. Anybody can compute it; the log's holder is not needed for that.
 */
export interface EntryOpening {
  readonly index: number;
  /** Hexadecimal; null once erased, when nothing opens the entry. */
  readonly salt: string | null;
  /** Canonical JSON of the recorded row; null when the row is gone. */
  readonly source: string | null;
  /** Base64; null where salt or source is missing. To be found in the entry. */
  readonly commitment: string | null;
}

/** Null when the record is in no log. */
export async function openEntry(
  ctx: Context,
  salts: LogSalts,
  log: LogName,
  entryId: string,
): Promise<EntryOpening | null> {
  const entry = await salts.find(ctx, log, entryId);
  if (entry === null) return null;
  const { index, salt, source } = entry;
  return {
    index,
    salt: salt === null ? null : Buffer.from(salt).toString("hex"),
    source: source === null ? null : canonicalJson(source),
    commitment: salt === null || source === null ? null : commitment({ salt, source }),
  };
}
