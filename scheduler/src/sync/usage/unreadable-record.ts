import type { InternalAnswer } from "../control-plane-client.js";
import type { EncodedBatch } from "./usage-batch.js";

const TOO_LARGE = 413;
const MALFORMED = 400;

/** What an answer says of a batch: the record that the ledger cannot read, or that it is one of several. */
export type Unreadable = { readonly kind: "record"; readonly sequence: number } | { readonly kind: "one_of_several" };

/**
 * The record that keeps a batch from being taken in; `null` when the answer says something else, so that the batch is
 * sent again as it is. Of a 400 only the ledger's own is believed: a proxy's must not empty the spool.
 */
export function unreadableRecord({ status, text }: InternalAnswer, { sequences }: EncodedBatch): Unreadable | null {
  const named = status === MALFORMED ? malformedSequence(text) : null;
  if (sequences.length === 0 || (status !== TOO_LARGE && named === null)) return null;
  if (named !== null && sequences.includes(named)) return { kind: "record", sequence: named };
  const [only, second] = sequences;
  return only === undefined || second !== undefined ? { kind: "one_of_several" } : { kind: "record", sequence: only };
}

/** Sequence that a `usage.malformed` names, 0 for the batch as a whole; `null` for any other text. */
function malformedSequence(text: string): number | null {
  try {
    const { code, sequence } = JSON.parse(text) as { readonly code?: unknown; readonly sequence?: unknown };
    if (code !== "usage.malformed") return null;
    return typeof sequence === "number" ? sequence : 0;
  } catch {
    return null;
  }
}
