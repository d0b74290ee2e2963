import { createHash, createHmac, randomBytes } from "node:crypto";

export const SESSION_COOKIE = "socle_session";

/** 256 random bits for the browser; the server keeps only their hash. */
export const newSessionToken = (): string => randomBytes(32).toString("base64url");
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Bound to the session and to this installation's secret: known to who can read `me`, and to nobody else. */
export const csrfTokenOf = (sessionId: string, secret: string): string =>
  createHmac("sha256", secret).update(`csrf:${sessionId}`).digest("base64url");
