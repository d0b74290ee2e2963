import { z } from "zod";
import type { SignInChallenge } from "../../ports/identity-provider.port.js";
import { seal, unseal } from "./seal.js";

export const SIGN_IN_COOKIE = "socle_sign_in";
export const SIGN_IN_SECONDS = 600;
const PURPOSE = "sign-in";

export interface PendingSignIn {
  readonly challenge: SignInChallenge;
  readonly returnTo: string;
}

const pending = z.object({
  challenge: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string() }),
  returnTo: z.string(),
});

/** Carries a sign-in under way in the browser itself, unreadable and unchangeable there. */
export const sealSignIn = (value: PendingSignIn, secret: string): Promise<string> =>
  seal({ ...value }, PURPOSE, secret, SIGN_IN_SECONDS);

/** Null when there is none, when it is too old, or when it is not ours. */
export async function openSignIn(sealed: string | null, secret: string): Promise<PendingSignIn | null> {
  const parsed = pending.safeParse(await unseal(sealed, PURPOSE, secret));
  return parsed.success ? parsed.data : null;
}

/** A path of this site, or the home page: a sign-in link must not send people elsewhere. */
export const localPath = (wanted: unknown): string =>
  typeof wanted === "string" && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : "/";
