import { SignJWT } from "jose";
import type { TestControlPlane } from "./control-plane.js";

export interface InternalAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A call to an internal endpoint, signed as that replica would sign it. */
export async function internalCall(
  socle: Pick<TestControlPlane, "origin" | "schedulerKey">,
  replica: string,
  path: string,
  body: unknown,
): Promise<InternalAnswer> {
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(replica)
    .setAudience("socle-control-plane")
    .setIssuedAt()
    .setExpirationTime("30s")
    .sign(socle.schedulerKey);
  const response = await fetch(`${socle.origin}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
