import type { Hash } from "../merkle/hash.js";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.js";
import { parseNote, type Note } from "../note/signed-note.js";

/** Hashes that a consistency proof between any two sizes can have. */
const MAX_PROOF = 63;

/** What a log submits: from which size it continues, the proof, and its signed checkpoint. */
export interface Submission {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** The body of `add-checkpoint` of c2sp.org/tlog-witness; null for anything else. */
export function parseSubmission(body: string): Submission | null {
  const cut = body.indexOf("\n\n");
  if (cut === -1) return null;
  const [first = "", ...lines] = body.slice(0, cut).split("\n");
  const [, size] = /^old (0|[1-9][0-9]{0,15})$/u.exec(first) ?? [];
  const proof = lines.map(hashOf);
  const note = parseNote(body.slice(cut + 2));
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (size === undefined || proof.length > MAX_PROOF || note === null || checkpoint === null) return null;
  return proof.every((hash) => hash !== null) ? { oldSize: Number(size), proof, note, checkpoint } : null;
}

export const printSubmission = (oldSize: number, proof: readonly Hash[], checkpoint: string): string =>
  [`old ${String(oldSize)}`, ...proof.map((hash) => Buffer.from(hash).toString("base64")), "", checkpoint].join("\n");

function hashOf(line: string): Hash | null {
  if (!/^[A-Za-z0-9+/]{43}=$/u.test(line)) return null;
  const bytes = Buffer.from(line, "base64");
  return bytes.toString("base64") === line ? bytes : null;
}
