import { createHash, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";

/** Signature types of a signed note: a log's own, and a witness's. */
export const SIGNATURE_TYPES = { log: 1, witness: 4 } as const;

/** Names of what signs on this machine. */
export const LOG_ORIGIN = "socle.local";
export const LOG_NAMES = ["inference", "governance"] as const;
export const WITNESS_NAME = "witness.socle.local";

/** `name+id+key` of an Ed25519 key in a PEM file: c2sp.org/signed-note. */
export function verifierKey(name: string, type: number, publicKeyFile: string): string {
  const spki = createPublicKey(readFileSync(publicKeyFile, "utf8")).export({ format: "der", type: "spki" });
  const key = Buffer.concat([Uint8Array.of(type), spki.subarray(-32)]);
  const id = createHash("sha256").update(`${name}\n`).update(key).digest("hex").slice(0, 8);
  return `${name}+${id}+${key.toString("base64")}`;
}
