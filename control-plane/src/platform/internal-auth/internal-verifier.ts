import type { KeyObject } from "node:crypto";
import { INTERNAL_AUDIENCE, type InternalClaimsV1 } from "@socle/contracts";
import { jwtVerify, type JWTPayload } from "jose";
import { SpentTokens } from "./spent-tokens.js";

const MAX_LIFE_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;

export type Caller = { readonly ok: true; readonly replica: string } | { readonly ok: false; readonly reason: string };

/** The call that a token has to be made for. */
export interface CallMade {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** SHA-256 of the body, base64url. */
  readonly digest: string;
}

/**
 * Verifies the EdDSA token with which a scheduler replica signs each of its calls: short-lived, for this call alone, and
 * spent by it. While keys change there are several: the new one is added here first, then the replicas take it, then the
 * old one goes.
 */
export class InternalVerifier {
  private readonly spent = new SpentTokens();

  constructor(private readonly publicKeys: readonly KeyObject[]) {}

  /** @param authorization the request's header, `Bearer <JWT>` */
  async verify(authorization: string | undefined, call: CallMade): Promise<Caller> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (token === undefined) return { ok: false, reason: "a bearer token is needed" };
    const claims = await this.claimsOf(token);
    if (claims === null) return { ok: false, reason: "the token is not valid here" };
    const life = (claims.exp ?? 0) - (claims.iat ?? 0);
    if (life > MAX_LIFE_SECONDS) return { ok: false, reason: `the token may live ${MAX_LIFE_SECONDS} s at most` };
    // A replica's clock may be ahead, but not by more than a token lives: it would be a token for later.
    if ((claims.iat ?? 0) > Date.now() / 1000 + MAX_LIFE_SECONDS) return { ok: false, reason: "the token is of later" };
    const { htm, htu, bdg, jti } = claims as Partial<InternalClaimsV1>;
    if (htm !== call.method || htu !== call.path || bdg !== call.digest)
      return { ok: false, reason: "the token was made for another call" };
    const until = ((claims.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000;
    if (typeof jti !== "string" || !this.spent.spend(`${claims.iss ?? ""} ${jti}`, until, Date.now()))
      return { ok: false, reason: "the token was used before" };
    return { ok: true, replica: claims.iss ?? "" };
  }

  private async claimsOf(token: string): Promise<JWTPayload | null> {
    for (const key of this.publicKeys) {
      const verified = await jwtVerify(token, key, {
        algorithms: ["EdDSA", "Ed25519"],
        audience: INTERNAL_AUDIENCE,
        requiredClaims: ["iss", "iat", "exp", "jti"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      }).catch(() => null);
      if (verified !== null) return verified.payload;
    }
    return null;
  }
}
