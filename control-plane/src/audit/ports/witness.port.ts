import type { Hash } from "../domain/merkle/hash.js";
import type { NoteSignature } from "../domain/note/signed-note.js";

/** What a witness answered to a checkpoint. */
export type WitnessAnswer =
  | { readonly kind: "cosigned"; readonly signatures: readonly NoteSignature[] }
  /** It last saw a tree of another size: the proof has to begin there. */
  | { readonly kind: "elsewhere"; readonly size: number }
  /** It refuses: to it, this log has forked or gone back. */
  | { readonly kind: "refused"; readonly status: number };

/** Somebody else who remembers the log's last tree: c2sp.org/tlog-witness. Rejects when it cannot be reached. */
export interface Witness {
  cosign(oldSize: number, proof: readonly Hash[], checkpoint: string): Promise<WitnessAnswer>;
}
