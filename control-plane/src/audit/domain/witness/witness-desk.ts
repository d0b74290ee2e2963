import { createHash } from "node:crypto";
import type { Clock } from "../../../kernel/clock.js";
import { EMPTY_ROOT, sameHash, type Hash } from "../merkle/hash.js";
import { verifyConsistency } from "../merkle/verify-proof.js";
import type { NoteSigner, NoteVerifier } from "../note/note-key.js";
import { cosign, parseNote, printNote, verifyNote } from "../note/signed-note.js";
import { parseSubmission, type Submission } from "./add-checkpoint.js";

/** The last tree of a log that the witness cosigned. */
export interface SeenTree {
  readonly size: number;
  readonly root: Hash;
  /** With the log's signature and the witness's. */
  readonly checkpoint: string;
}

/** What the witness remembers; what `save` resolves for survives a loss of power. */
export interface WitnessMemory {
  load(origin: string): Promise<SeenTree | null>;
  save(origin: string, seen: SeenTree): Promise<void>;
}

export interface WitnessReply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A log's name in a witness's addresses and files: c2sp.org/tlog-mirror. */
export const originHash = (origin: string): string => createHash("sha256").update(origin).digest("hex");

const reply = (status: number, body: string, type = "text/plain; charset=utf-8"): WitnessReply => ({
  status,
  type,
  body,
});

/**
 * The compliance cell's witness: cosigns a log's checkpoint when it continues the last one it cosigned, and nothing else.
 * A log that forked, or that was put back to an earlier state, gets no signature. Answers as c2sp.org/tlog-witness says.
 */
export class WitnessDesk {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly logs: readonly NoteVerifier[],
    private readonly signer: NoteSigner,
    private readonly memory: WitnessMemory,
    private readonly clock: Clock,
  ) {}

  /** One at a time: what is compared is what is replaced. */
  addCheckpoint(body: string): Promise<WitnessReply> {
    const answer = this.turn.then(() => this.answer(body));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /**
   * The last checkpoint of a log that was cosigned here, with both signatures, for whoever watches log and witness.
   * @param hash of the log's name, as `originHash` tells it
   */
  async last(hash: string): Promise<WitnessReply> {
    const log = this.logs.find(({ name }) => originHash(name) === hash);
    const seen = log === undefined ? null : await this.memory.load(log.name);
    return seen === null ? reply(404, "No checkpoint of this log was cosigned here.\n") : reply(200, seen.checkpoint);
  }

  private async answer(body: string): Promise<WitnessReply> {
    const submitted = parseSubmission(body);
    if (submitted === null) return reply(400, "The body is no submission of a checkpoint.\n");
    const { checkpoint, note, oldSize } = submitted;
    const keys = this.logs.filter(({ name }) => name === checkpoint.origin);
    if (keys.length === 0) return reply(404, "This log is not known here.\n");
    if (!verifyNote(note, keys).ok) return reply(403, "No known key of this log signed it.\n");
    if (oldSize > checkpoint.size) return reply(400, "The old size is over the checkpoint's.\n");
    const seen = await this.memory.load(checkpoint.origin);
    const sameSize = seen !== null && seen.size === checkpoint.size;
    if (oldSize !== (seen?.size ?? 0) || (sameSize && !sameHash(seen.root, checkpoint.root)))
      return reply(409, `${String(seen?.size ?? 0)}\n`, "text/x.tlog.size");
    if (!continues(submitted, seen)) return reply(422, "It does not continue the last checkpoint cosigned here.\n");
    const at = this.timeAfter(seen);
    if (at === null)
      return reply(503, "The witness's clock is behind its last cosignature of this log: set it right.\n");
    const signature = cosign(this.signer, note.text, at);
    const both = printNote({ text: note.text, signatures: [...note.signatures, signature] });
    await this.memory.save(checkpoint.origin, { size: checkpoint.size, root: checkpoint.root, checkpoint: both });
    return reply(200, printNote({ text: "", signatures: [signature] }).slice(1));
  }

  /**
   * A cosignature says what was the largest tree at its time, so a larger one never has an earlier time.
   * @returns null when the clock has gone back by more than a step
   */
  private timeAfter(seen: SeenTree | null): Date | null {
    const now = this.clock.now();
    const note = seen === null ? null : parseNote(seen.checkpoint);
    const signed = note === null ? null : verifyNote(note, [this.signer]);
    const last = signed?.ok === true ? (signed.by[0]?.at ?? null) : null;
    if (last === null || last <= now) return now;
    return last.getTime() - now.getTime() <= CLOCK_STEP_MS ? last : null;
  }
}

/** A clock that is set right by less than this is followed; further back than that it is wrong now, or was before. */
const CLOCK_STEP_MS = 60_000;

function continues({ checkpoint, proof, oldSize }: Submission, seen: SeenTree | null): boolean {
  const { size, root } = checkpoint;
  if (size === 0 && !sameHash(root, EMPTY_ROOT)) return false;
  if (oldSize === 0) return proof.length === 0 && (size > 0 || seen === null || sameHash(root, seen.root));
  return seen !== null && verifyConsistency(oldSize, size, seen.root, root, proof);
}
