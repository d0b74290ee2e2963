import { verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { SignedSnapshotV1, SnapshotV1 } from "@socle/contracts";

export type OpenedSnapshot =
  | { readonly ok: true; readonly snapshot: SnapshotV1 }
  | { readonly ok: false; readonly reason: "signature" | "malformed" };

/** Verifies before it parses: nothing that the control plane did not sign is read as data. `text` is the envelope. */
export function openSignedSnapshot(text: string, publicKeys: readonly KeyObject[]): OpenedSnapshot {
  const envelope = parseEnvelope(text);
  if (envelope === null) return { ok: false, reason: "malformed" };
  const signature = Buffer.from(envelope.signature, "base64");
  const payload = Buffer.from(envelope.payload);
  if (!publicKeys.some((key) => verify(null, payload, key, signature))) return { ok: false, reason: "signature" };
  const snapshot = parseJson(envelope.payload);
  return isSnapshotV1(snapshot) ? { ok: true, snapshot } : { ok: false, reason: "malformed" };
}

function parseEnvelope(text: string): SignedSnapshotV1 | null {
  const value = parseJson(text) as Partial<SignedSnapshotV1> | null;
  if (typeof value?.payload !== "string" || typeof value.signature !== "string") return null;
  return { payload: value.payload, signature: value.signature };
}

/** The signature vouches for the rest: what is signed was built by the same contract. */
function isSnapshotV1(value: unknown): value is SnapshotV1 {
  const snapshot = value as Partial<SnapshotV1> | null;
  return snapshot?.version === 1 && Number.isSafeInteger(snapshot.number) && Array.isArray(snapshot.policies?.files);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
