import { createHash } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { z } from "zod";
import type { SignInChallenge } from "../../ports/identity-provider.port.js";

export const SIGN_IN_COOKIE = "socle_sign_in";
export const SIGN_IN_SECONDS = 600;

export interface PendingSignIn {
  readonly challenge: SignInChallenge;
  readonly returnTo: string;
}

const pending = z.object({
  challenge: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string() }),
  returnTo: z.string(),
});

const keyOf = (secret: string): Uint8Array => createHash("sha256").update(`sign-in:${secret}`).digest();

/** Carries a sign-in under way in the browser itself, unreadable and unchangeable there. */
export const sealSignIn = (value: PendingSignIn, secret: string): Promise<string> =>
  new EncryptJWT({ ...value })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(`${SIGN_IN_SECONDS}s`)
    .encrypt(keyOf(secret));

/** Null when there is none, when it is too old, or when it is not ours. */
export async function openSignIn(sealed: string | null, secret: string): Promise<PendingSignIn | null> {
  if (sealed === null) return null;
  try {
    const { payload } = await jwtDecrypt(sealed, keyOf(secret));
    return pending.parse(payload);
  } catch {
    return null;
  }
}

/** A path of this site, or the home page: a sign-in link must not send people elsewhere. */
export const localPath = (wanted: unknown): string =>
  typeof wanted === "string" && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : "/";
