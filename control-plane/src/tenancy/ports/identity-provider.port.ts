import type { Claims } from "../domain/person.js";

/** What the browser must bring back unchanged for a sign-in to be believed. */
export interface SignInChallenge {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** A person as the provider vouches for them, and its token, which it wants back when they sign out. */
export interface SignedIn {
  readonly claims: Claims;
  readonly idToken: string;
}

/** The OpenID provider: ProConnect, or one that speaks like it. */
export interface IdentityProvider {
  /** Where to send the browser. Throws `Fault("oidc.unavailable")` when the issuer does not answer. */
  begin(redirectUri: string): Promise<{ readonly url: URL; readonly challenge: SignInChallenge }>;
  /**
   * Exchanges the answer for verified claims.
   * @param callbackUrl the full URL that the browser came back to
   * @returns null when the answer is not one to believe: wrong state, used code, bad signature, missing claim
   */
  finish(callbackUrl: URL, challenge: SignInChallenge): Promise<SignedIn | null>;
  /**
   * Where to send the browser so that the provider ends its own session too.
   * @returns null when the provider offers no such place, or does not answer: signing out here does not wait for it
   */
  endSession(idToken: string, returnTo: string): Promise<URL | null>;
}
