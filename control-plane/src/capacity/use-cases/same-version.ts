import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";

interface Versioned {
  readonly version: number;
  readonly updatedAt?: Date;
}

/** Refuses when the version somebody worked on is not the one that stands, and says which one does. */
export function sameVersion(what: string, stands: Versioned, expected: number): Result<true> {
  return stands.version === expected ? ok(true) : refuse(changed(what, expected, stands));
}

/** Somebody else wrote first: their version and when, so that the screen can show both side by side. */
export const changed = (what: string, expected: number, stands?: Versioned) => {
  const since = stands?.updatedAt === undefined ? "" : ` since ${stands.updatedAt.toISOString()}`;
  const now = stands === undefined ? "another one stands" : `version ${stands.version} stands${since}`;
  return conflict(`${what}.changed`, `You worked on version ${expected}; ${now}. Read it again, then decide.`);
};

/** Somebody else created the same a moment before; sending it again answers with theirs, or says what stands. */
export const createdMeanwhile = (what: string) =>
  conflict(`${what}.created_meanwhile`, "Somebody created the same at this very moment; send it again.");
