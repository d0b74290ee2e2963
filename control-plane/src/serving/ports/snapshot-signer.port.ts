/** Signs what schedulers trust. */
export interface SnapshotSigner {
  /** Ed25519 over the UTF-8 bytes of `payload`, base64. */
  sign(payload: string): string;
}
