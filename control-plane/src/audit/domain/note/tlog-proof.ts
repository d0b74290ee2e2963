import type { Hash } from "../merkle/hash.js";

/** A proof that stands alone: c2sp.org/tlog-proof. */
export interface TlogProof {
  readonly index: number;
  readonly path: readonly Hash[];
  /** The signed checkpoint, as it was published. */
  readonly checkpoint: string;
}

export const printTlogProof = ({ index, path, checkpoint }: TlogProof): string =>
  [
    "c2sp.org/tlog-proof@v1",
    `index ${String(index)}`,
    ...path.map((hash) => Buffer.from(hash).toString("base64")),
    "",
    checkpoint,
  ].join("\n");
