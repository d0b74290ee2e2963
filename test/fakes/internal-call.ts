import { createHash, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { TestControlPlane } from "./control-plane.js";

export interface InternalAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface CallSigned {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
}

/** The header by which that replica shows itself for this call, good for half a minute. */
export async function replicaAuthorization(
  socle: Pick<TestControlPlane, "schedulerKey">,
  replica: string,
  { method, path, body = "" }: CallSigned,
): Promise<string> {
  const bdg = createHash("sha256").update(body).digest("base64url");
  const token = await new SignJWT({ htm: method, htu: path, bdg })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(replica)
    .setAudience("socle-control-plane")
    .setIssuedAt()
    .setExpirationTime("30s")
    .setJti(randomUUID())
    .sign(socle.schedulerKey);
  return `Bearer ${token}`;
}

/** A call to an internal endpoint, signed as that replica would sign it. */
export async function internalCall(
  socle: Pick<TestControlPlane, "origin" | "schedulerKey">,
  replica: string,
  path: string,
  told: unknown,
): Promise<InternalAnswer> {
  const body = typeof told === "string" ? told : JSON.stringify(told);
  const authorization = await replicaAuthorization(socle, replica, { method: "POST", path, body });
  const response = await fetch(`${socle.origin}${path}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body,
  });
  return { status: response.status, body: await response.json() };
}
