import type { KeyObject } from "node:crypto";
import { jwtVerify } from "jose";

const INTERNAL_AUDIENCE = "socle-control-plane";
const MAX_LIFE_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;

export type Caller = { readonly ok: true; readonly replica: string } | { readonly ok: false; readonly reason: string };

/** Verifies the short-lived EdDSA token with which a scheduler replica signs each of its calls. */
export class InternalVerifier {
  constructor(private readonly publicKey: KeyObject) {}

  /** @param authorization the request's header, `Bearer <JWT>` */
  async verify(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (token === undefined) return { ok: false, reason: "a bearer token is needed" };
    try {
      const { payload } = await jwtVerify(token, this.publicKey, {
        algorithms: ["EdDSA", "Ed25519"],
        audience: INTERNAL_AUDIENCE,
        requiredClaims: ["iss", "iat", "exp"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const life = (payload.exp ?? 0) - (payload.iat ?? 0);
      if (life > MAX_LIFE_SECONDS) return { ok: false, reason: `the token may live ${MAX_LIFE_SECONDS} s at most` };
      return { ok: true, replica: payload.iss ?? "" };
    } catch {
      return { ok: false, reason: "the token is not valid here" };
    }
  }
}
