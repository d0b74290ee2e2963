import { createHash, createHmac } from "node:crypto";
import { canonicalJson } from "@socle/contracts";
import type { LogName } from "./log-name.js";

/** What an entry is made of: a row of the journal or of the ledger, under names that outlive the tables. */
export interface EntrySource {
  /** `replica/epoch/sequence` of a request, the id of a governance event. */
  readonly entryId: string;
  readonly source: Readonly<Record<string, unknown>>;
  /** 32 random bytes; null once erased, when the commitment can no longer be opened. */
  readonly salt: Uint8Array | null;
}

/** Turns an identifier into one that the log may show: the same within a month, and nothing to whoever has not the key. */
export type Pseudonym = (identifier: string, at: Date) => string;

/** HMAC under a key that is derived anew for each month, so that entries of two months cannot be put together. */
export const monthlyPseudonym =
  (secret: Uint8Array): Pseudonym =>
  (identifier, at) => {
    const key = createHmac("sha256", secret)
      .update(`pseudonym ${at.toISOString().slice(0, 7)}`)
      .digest();
    return createHmac("sha256", key).update(identifier).digest("base64url").slice(0, 22);
  };

/** SHA-256 over the salt and the source: opened by showing both, and by nothing once the salt is erased. */
export const commitment = ({ salt, source }: Pick<EntrySource, "salt" | "source">): string =>
  createHash("sha256")
    .update(salt ?? new Uint8Array())
    .update(canonicalJson(source))
    .digest("base64");

/**
 * The entry's bytes: one line of JSON, without a prompt or a name. Deterministic, so that an entry that was being
 * written when the power failed is written again as it was.
 */
export function entryBytes(log: LogName, entry: EntrySource, pseudonym: Pseudonym): Uint8Array {
  const { source } = entry;
  const at = new Date(text(source["at"]));
  const hidden = (value: unknown): string | null => (typeof value === "string" ? pseudonym(value, at) : null);
  const common = { v: 1, log, id: entry.entryId, at: at.toISOString(), commitment: commitment(entry) };
  const facts =
    log === "governance"
      ? {
          act: source["useCase"],
          subject: source["subjectType"],
          actor: hidden(source["actor"]),
          organisation: hidden(source["organisationId"]),
          ...shownOf(source["useCase"], source["data"]),
        }
      : {
          outcome: source["outcome"],
          code: source["code"] ?? null,
          organisation: hidden(source["organisationId"]),
          useCase: hidden(source["useCaseId"]),
          ...figuresOf(source["usage"]),
        };
  return Buffer.from(canonicalJson({ ...common, ...facts }));
}

/** Acts on the logs themselves concern whoever verifies them: their figures stand in the entry. They name nobody. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  "audit.change-log-key": ["log", "key", "before"],
  "audit.prune-log": ["log", "minimumIndex", "prunedUntil"],
  "audit.drop-records": ["table", "before", "units"],
  "audit.ask-salt-erasure": ["log", "index"],
  "audit.erase-salt": ["log", "index"],
};

function shownOf(act: unknown, data: unknown): { readonly shown?: Readonly<Record<string, unknown>> } {
  const names = typeof act === "string" ? SHOWN[act] : undefined;
  if (names === undefined) return {};
  const facts = (data ?? {}) as Readonly<Record<string, unknown>>;
  return { shown: Object.fromEntries(names.map((name) => [name, facts[name] ?? null])) };
}

/** What the ledger's totals are checked against; a record that was written before `quantities` shows what it always did. */
function figuresOf(usage: unknown): Readonly<Record<string, unknown>> {
  const { quantities, ...earlier } = (usage ?? {}) as Readonly<Record<string, unknown>>;
  if (quantities !== undefined) return { quantities };
  const { inputTokens = 0, outputTokens = 0, costMicroEuro = 0 } = earlier;
  return { inputTokens, outputTokens, costMicroEuro };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
