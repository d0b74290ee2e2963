import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/** Signature types of c2sp.org/signed-note: a plain Ed25519 one, and a cosignature with its time. */
export const NOTE_TYPES = { ed25519: 1, cosignature: 4 } as const;
export type NoteType = (typeof NOTE_TYPES)[keyof typeof NOTE_TYPES];

/** What a note's signature is known by, and checked with. */
export interface NoteVerifier {
  readonly name: string;
  readonly type: NoteType;
  /** First four bytes of SHA-256 over name, type and key. */
  readonly keyId: number;
  readonly publicKey: KeyObject;
}

export interface NoteSigner extends NoteVerifier {
  readonly privateKey: KeyObject;
}

/** Bytes before the 32 of an Ed25519 key in its SPKI form. */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

const rawKey = (publicKey: KeyObject): Buffer =>
  publicKey.export({ format: "der", type: "spki" }).subarray(SPKI_HEAD.length);

const idOf = (name: string, type: NoteType, key: Uint8Array): number =>
  createHash("sha256").update(`${name}\n`).update(Uint8Array.of(type)).update(key).digest().readUInt32BE(0);

/** @param name without spaces nor plus, as the format asks; throws otherwise */
export function noteVerifier(name: string, type: NoteType, publicKey: KeyObject): NoteVerifier {
  if (name === "" || /[\s+]/u.test(name)) throw new Error("A note's key name is not empty, without spaces nor plus.");
  return { name, type, keyId: idOf(name, type, rawKey(publicKey)), publicKey };
}

export const noteSigner = (name: string, type: NoteType, privateKey: KeyObject): NoteSigner => ({
  ...noteVerifier(name, type, createPublicKey(privateKey)),
  privateKey,
});

/** `name+id+key`, as verifiers are given away. */
export const verifierKey = ({ name, type, keyId, publicKey }: NoteVerifier): string =>
  `${name}+${hexId(keyId)}+${Buffer.concat([Uint8Array.of(type), rawKey(publicKey)]).toString("base64")}`;

/** Null for what is no verifier key, or whose id is not that of its name and key. */
export function parseVerifierKey(text: string): NoteVerifier | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, "base64");
  const type = Object.values(NOTE_TYPES).find((each) => each === bytes[0]);
  // One key has one spelling: Node skips over trailing characters and bits that are no whole byte.
  if (type === undefined || bytes.length !== 33 || bytes.toString("base64") !== encoded) return null;
  const der = Buffer.concat([SPKI_HEAD, bytes.subarray(1)]);
  const verifier = noteVerifier(name, type, createPublicKey({ key: der, format: "der", type: "spki" }));
  return hexId(verifier.keyId) === id ? verifier : null;
}

export const signBytes = ({ privateKey }: NoteSigner, message: string): Buffer =>
  sign(null, Buffer.from(message), privateKey);

export const verifyBytes = ({ publicKey }: NoteVerifier, message: string, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, Buffer.from(message), publicKey, signature);

const hexId = (keyId: number): string => keyId.toString(16).padStart(8, "0");
