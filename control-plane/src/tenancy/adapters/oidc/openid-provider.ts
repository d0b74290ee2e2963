import { randomBytes } from "node:crypto";
import * as client from "openid-client";
import type { Logger } from "pino";
import { Fault } from "../../../kernel/fault.js";
import type { IdentityProvider, SignedIn, SignInChallenge } from "../../ports/identity-provider.port.js";
import { claimsFrom } from "./proconnect-claims.js";

export interface OpenidSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
}

const TIMEOUT_SECONDS = 5;
const SCOPE = "openid given_name usual_name email uid siret idp_id belonging_population";
/** The second factor is told only to who asks for it by name. */
const CLAIMS = JSON.stringify({ id_token: { amr: { essential: true } } });

/**
 * Authorization code with PKCE. The issuer's document is read at the first sign-in and kept once it was read, so an
 * issuer that is down delays nobody's start and is asked again by the next person.
 */
export class OpenidProvider implements IdentityProvider {
  private configuration: Promise<client.Configuration> | null = null;

  constructor(
    private readonly settings: OpenidSettings,
    private readonly logger: Logger,
  ) {}

  async begin(redirectUri: string): Promise<{ url: URL; challenge: SignInChallenge }> {
    const configuration = await this.discovered();
    const challenge = { state: random(), nonce: random(), codeVerifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: challenge.state,
      nonce: challenge.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(challenge.codeVerifier),
      code_challenge_method: "S256",
      claims: CLAIMS,
    });
    return { url, challenge };
  }

  async finish(callbackUrl: URL, challenge: SignInChallenge): Promise<SignedIn | null> {
    const configuration = await this.discovered();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, callbackUrl, {
        pkceCodeVerifier: challenge.codeVerifier,
        expectedState: challenge.state,
        expectedNonce: challenge.nonce,
        idTokenExpected: true,
      });
      const idToken = tokens.claims();
      if (idToken === undefined || tokens.id_token === undefined) return null;
      const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub);
      const claims = claimsFrom(idToken, userinfo, this.settings.issuer.href);
      if (claims === null) this.logger.warn({ event: "oidc.claims_missing" });
      return claims === null ? null : { claims, idToken: tokens.id_token };
    } catch (error) {
      if (isUnavailable(error)) throw unavailable(error);
      this.logger.warn({ event: "oidc.answer_refused", reason: reasonOf(error) });
      return null;
    }
  }

  async endSession(idToken: string, returnTo: string): Promise<URL | null> {
    try {
      const configuration = await this.discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: returnTo,
        state: random(),
      });
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }

  private async discovered(): Promise<client.Configuration> {
    this.configuration ??= this.discover();
    try {
      return await this.configuration;
    } catch (error) {
      this.configuration = null;
      this.logger.warn({ event: "oidc.unavailable", reason: reasonOf(error) });
      throw unavailable(error);
    }
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Userinfo may come as a signed JWT: its signature is checked against the issuer's keys like the id token's.
    const execute = [client.enableNonRepudiationChecks];
    if (issuer.protocol === "http:") execute.push(client.allowInsecureRequests);
    return client.discovery(issuer, clientId, clientSecret, client.ClientSecretPost(clientSecret), {
      execute,
      timeout: TIMEOUT_SECONDS,
    });
  }
}

/** 43 characters; ProConnect asks for at least 32. */
const random = (): string => randomBytes(32).toString("base64url");

const unavailable = (cause: unknown): Fault =>
  new Fault("oidc.unavailable", "The sign-in service does not answer; try again in a minute.", { cause });

/** Network failures, timeouts and the issuer's own 5xx, as opposed to an answer that says no. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TimeoutError" || error.name === "AbortError") return true;
  if (error instanceof TypeError && error.message === "fetch failed") return true;
  const status: unknown = (error.cause as { status?: unknown } | undefined)?.status;
  if (typeof status === "number" && status >= 500) return true;
  return error.cause !== undefined && error.cause !== error && isUnavailable(error.cause);
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown";
  const code: unknown = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : error.name;
};
