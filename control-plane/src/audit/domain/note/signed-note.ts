import { NOTE_TYPES, signBytes, verifyBytes, type NoteSigner, type NoteVerifier } from "./note-key.js";

/** More signatures than any policy needs; a longer note is refused unread. */
const MAX_NOTE_BYTES = 100_000;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  /** What stands after the key's id: the signature, behind its time for a cosignature. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const line = ({ name, keyId, bytes }: NoteSignature): string => {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `— ${name} ${Buffer.concat([id, bytes]).toString("base64")}\n`;
};

export const printNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(line).join("")}`;

/** Null for what is no note of c2sp.org/signed-note: no blank line, control characters, a line that is no signature. */
export function parseNote(printed: string): Note | null {
  if (printed.length > MAX_NOTE_BYTES || hasControl(printed)) return null;
  const cut = printed.lastIndexOf("\n\n");
  if (cut === -1 || !printed.endsWith("\n")) return null;
  const lines = printed.slice(cut + 2, -1).split("\n");
  const signatures = lines.map(parseLine);
  return signatures.every((each) => each !== null) ? { text: printed.slice(0, cut + 1), signatures } : null;
}

function parseLine(text: string): NoteSignature | null {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length < 5 || bytes.toString("base64") !== encoded) return null;
  return { name, keyId: bytes.readUInt32BE(0), bytes: bytes.subarray(4) };
}

/** A plain Ed25519 signature over the note's text. */
export const signText = (signer: NoteSigner, text: string): NoteSignature => ({
  name: signer.name,
  keyId: signer.keyId,
  bytes: signBytes(signer, text),
});

/** A cosignature: that this was the largest consistent tree seen at that second. c2sp.org/tlog-cosignature. */
export function cosign(signer: NoteSigner, text: string, at: Date): NoteSignature {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  const bytes = Buffer.concat([time, signBytes(signer, cosigned(text, seconds))]);
  return { name: signer.name, keyId: signer.keyId, bytes };
}

const cosigned = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds.toString()}\n${text}`;

export interface VerifiedBy {
  readonly verifier: NoteVerifier;
  /** When it was cosigned; null for a plain signature. */
  readonly at: Date | null;
}

/** A note that nobody known signed, or that carries a wrong signature of a known key, counts for nothing. */
export type NoteVerdict =
  | { readonly ok: true; readonly by: readonly VerifiedBy[] }
  | { readonly ok: false; readonly why: "unsigned" | "wrong_signature" };

/** Checks every signature of a known key; signatures of others say nothing. */
export function verifyNote({ text, signatures }: Note, known: readonly NoteVerifier[]): NoteVerdict {
  const by: VerifiedBy[] = [];
  for (const signature of signatures) {
    const verifier = known.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (verifier === undefined) continue;
    const verified = verifyOne(verifier, text, signature.bytes);
    if (verified === null) return { ok: false, why: "wrong_signature" };
    by.push(verified);
  }
  return by.length === 0 ? { ok: false, why: "unsigned" } : { ok: true, by };
}

function verifyOne(verifier: NoteVerifier, text: string, bytes: Uint8Array): VerifiedBy | null {
  if (verifier.type === NOTE_TYPES.ed25519) return verifyBytes(verifier, text, bytes) ? { verifier, at: null } : null;
  if (bytes.length !== 72) return null;
  const seconds = Buffer.from(bytes).readBigUInt64BE(0);
  if (!verifyBytes(verifier, cosigned(text, seconds), bytes.subarray(8))) return null;
  return { verifier, at: new Date(Number(seconds) * 1000) };
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 10) return true;
  }
  return false;
}
