import type { Hash } from "../../domain/merkle/hash.js";
import { parseNote } from "../../domain/note/signed-note.js";
import { printSubmission } from "../../domain/witness/add-checkpoint.js";
import type { Witness, WitnessAnswer } from "../../ports/witness.port.js";

/** A witness that does not answer in this time is taken as down: the log does not wait for it. */
const TIMEOUT_MS = 2000;

/** What a witness says no with; any other answer is that of a witness, or of something before it, which does not work. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 409, 422]);

/** A witness behind its submission prefix. */
export class HttpWitness implements Witness {
  constructor(private readonly prefix: URL) {}

  async cosign(oldSize: number, proof: readonly Hash[], checkpoint: string): Promise<WitnessAnswer> {
    const url = new URL(`${this.prefix.pathname.replace(/\/$/u, "")}/add-checkpoint`, this.prefix);
    const response = await fetch(url, {
      method: "POST",
      body: printSubmission(oldSize, proof, checkpoint),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await response.text();
    if (response.status === 409 && /^[0-9]{1,16}\n$/u.test(body)) return { kind: "elsewhere", size: Number(body) };
    if (REFUSALS.has(response.status)) return { kind: "refused", status: response.status };
    const note = response.status === 200 ? parseNote(`-\n\n${body}`) : null;
    if (note === null) throw new Error(`The witness answered ${String(response.status)}: ${body.slice(0, 200).trim()}`);
    return { kind: "cosigned", signatures: note.signatures };
  }
}
