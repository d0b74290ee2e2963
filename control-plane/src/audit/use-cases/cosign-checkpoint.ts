import type { LogName } from "../domain/log-name.js";
import type { NoteSignature } from "../domain/note/signed-note.js";
import { TileReader } from "../domain/tiles/tile-reader.js";
import type { LogStorage } from "../ports/log-storage.port.js";
import type { Witness, WitnessAnswer } from "../ports/witness.port.js";
import { LogDiverged, LogUnwitnessed } from "./log-stops.js";

export interface WitnessingPorts {
  readonly storage: LogStorage;
  /** Null where nobody witnesses: checkpoints then carry the log's signature alone. */
  readonly witness: Witness | null;
  /** True: nothing is published that the witness did not cosign; entries wait for it. False: it is published, with an alarm. */
  readonly witnessRequired: boolean;
  /** Told when a witness cannot be reached or refuses: the log goes on, somebody is called. */
  readonly alarm: (event: "witness_down" | "witness_refused", detail: string) => void;
}

/** A checkpoint, printed with the log's own signature. */
export interface SignedTree {
  readonly size: number;
  readonly note: string;
}

/** The consistency proof does not lead from what the witness cosigned to what it was shown. */
const UNPROCESSABLE = 422;

/** The log's side of its witness: whoever remembers more of the log than the log does ends it. */
export class Cosigner {
  /** Entries of the last tree that the witness cosigned, as far as is known. */
  private witnessed = 0;

  constructor(
    private readonly log: LogName,
    private readonly ports: WitnessingPorts,
  ) {}

  /**
   * Shows the witness the tree that was taken up, before anything new is added to it.
   * @param numbered entries that have their place already: a stop between the witness and the disk left them, and they
   *   give the tree that it cosigned again
   * @returns its signatures; none where it cosigned some of these already, or knows no such log
   * @throws LogUnwitnessed while it cannot be reached, LogDiverged when it knows another log
   */
  async introduce(tree: SignedTree, numbered: number): Promise<readonly NoteSignature[]> {
    const answer = await this.answered(tree);
    if (answer === null) throw new LogUnwitnessed(this.log);
    if (answer.kind === "elsewhere" && answer.size > tree.size && answer.size <= numbered) return [];
    return this.judged(answer, tree.size);
  }

  /**
   * The witness's signatures under a tree that goes on from the last. None when it is down or does not know the log's
   * key, which is told and does not stop the log.
   * @throws LogDiverged when it knows another log
   */
  async cosign(tree: SignedTree): Promise<readonly NoteSignature[]> {
    const answer = await this.answered(tree);
    return answer === null ? [] : this.judged(answer, tree.size);
  }

  private judged(answer: WitnessAnswer, size: number): readonly NoteSignature[] {
    if (answer.kind === "cosigned") {
      this.witnessed = size;
      return answer.signatures;
    }
    const status = answer.kind === "refused" ? `status ${String(answer.status)}` : `it saw ${String(answer.size)}`;
    this.ports.alarm("witness_refused", status);
    const why = answer.kind === "refused" ? refusedWhy(answer.status, size) : elsewhereWhy(answer.size, size);
    if (why !== null) throw new LogDiverged(this.log, why);
    return [];
  }

  /** Null, with an alarm, when it cannot be reached. */
  private async answered({ size, note }: SignedTree): Promise<WitnessAnswer | null> {
    const { witness, alarm } = this.ports;
    if (witness === null) return { kind: "cosigned", signatures: [] };
    try {
      const answer = await this.ask(witness, Math.min(this.witnessed, size), size, note);
      const behind = answer.kind === "elsewhere" && answer.size <= size;
      return behind ? await this.ask(witness, answer.size, size, note) : answer;
    } catch (error) {
      alarm("witness_down", error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  private async ask(witness: Witness, oldSize: number, size: number, note: string): Promise<WitnessAnswer> {
    const reader = new TileReader(size, (path) => this.ports.storage.read(this.log, path));
    return witness.cosign(oldSize, await reader.consistency(oldSize), note);
  }
}

function elsewhereWhy(seen: number, size: number): string | null {
  if (seen > size)
    return `its witness cosigned ${String(seen)} entries, of which storage and database hold ${String(size)}; both were restored from before, and what is added now would be a fork.`;
  return seen === size ? `its witness cosigned another tree of ${String(size)} entries.` : null;
}

const refusedWhy = (status: number, size: number): string | null =>
  status === UNPROCESSABLE ? `its ${String(size)} entries do not go on from the tree that its witness cosigned.` : null;
