import { z } from "zod";
import { refuse, type Result } from "../../kernel/result.js";
import { CHANGED, type Stored } from "../../kernel/stored-record.js";
import { id, version } from "./use-case.input.js";

/** A record, at the version that somebody looked at. */
export const idAndVersion = z.object({ id, version });
export type IdAndVersion = z.infer<typeof idAndVersion>;

/** The next state of a record, unless it changed since somebody looked at it. */
export const unlessChanged = <Kind extends Stored>(
  record: Kind,
  seen: number,
  next: () => Result<Kind>,
): Result<Kind> => (record.version === seen ? next() : refuse(CHANGED));
