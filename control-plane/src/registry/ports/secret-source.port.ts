import { randomBytes } from "node:crypto";

/** Unpredictable bytes as a port. */
export interface SecretSource {
  /** `length` bytes from a cryptographic generator. */
  bytes(length: number): Uint8Array;
}

export const systemSecrets: SecretSource = { bytes: (length) => randomBytes(length) };
