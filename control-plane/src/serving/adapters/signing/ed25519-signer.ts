import { sign, type KeyObject } from "node:crypto";
import type { SnapshotSigner } from "../../ports/snapshot-signer.port.js";

/** Signs with an Ed25519 private key. */
export class Ed25519Signer implements SnapshotSigner {
  constructor(private readonly key: KeyObject) {
    if (key.asymmetricKeyType !== "ed25519") throw new Error("Snapshots are signed with an Ed25519 key.");
  }

  sign(payload: string): string {
    return sign(null, Buffer.from(payload, "utf8"), this.key).toString("base64");
  }
}
