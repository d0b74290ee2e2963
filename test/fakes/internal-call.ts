import { SignJWT } from "jose";
import type { TestControlPlane } from "./control-plane.js";

export interface InternalAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The header by which that replica shows itself, good for half a minute. */
export async function replicaAuthorization(
  socle: Pick<TestControlPlane, "schedulerKey">,
  replica: string,
): Promise<string> {
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(replica)
    .setAudience("socle-control-plane")
    .setIssuedAt()
    .setExpirationTime("30s")
    .sign(socle.schedulerKey);
  return `Bearer ${token}`;
}

/** A call to an internal endpoint, signed as that replica would sign it. */
export async function internalCall(
  socle: Pick<TestControlPlane, "origin" | "schedulerKey">,
  replica: string,
  path: string,
  body: unknown,
): Promise<InternalAnswer> {
  const response = await fetch(`${socle.origin}${path}`, {
    method: "POST",
    headers: { authorization: await replicaAuthorization(socle, replica), "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
