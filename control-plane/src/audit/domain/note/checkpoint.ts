import type { Hash } from "../merkle/hash.js";

/** A log's tree head: c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  /** The log's name. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The note's text, without extension lines: nobody could audit them. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${Buffer.from(root).toString("base64")}\n`;

/** Null for what is no checkpoint: an empty origin, a size with leading zeroes, a root that is not 32 bytes, a fourth line. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u.exec(text) ?? [];
  if (origin === undefined || size === undefined || root === undefined) return null;
  const bytes = Buffer.from(root, "base64");
  if (bytes.toString("base64") !== root || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root: bytes };
}
