import { createHash } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";

/** One key for each purpose: what was sealed for one opens nothing as another. */
const keyOf = (purpose: string, secret: string): Uint8Array =>
  createHash("sha256").update(`${purpose}:${secret}`).digest();

/** Encrypts and authenticates a value with this installation's secret, for a time. */
export const seal = (
  value: Readonly<Record<string, unknown>>,
  purpose: string,
  secret: string,
  seconds: number,
): Promise<string> =>
  new EncryptJWT({ ...value })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(`${seconds}s`)
    .encrypt(keyOf(purpose, secret));

/** The value, or null when there is none, when it is too old, or when it was not sealed here for this purpose. */
export async function unseal(sealed: string | null, purpose: string, secret: string): Promise<unknown> {
  if (sealed === null) return null;
  try {
    return (await jwtDecrypt(sealed, keyOf(purpose, secret))).payload;
  } catch {
    return null;
  }
}
