import { hash } from "node:crypto";
import type { EpochMillis } from "@socle/contracts";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";

/** `caller` stands beside a refusal when the key is known: the record of a refused request names who asked. */
export type Identification =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly refusal: InferenceRefusal; readonly caller: Caller | null };

const BEARER = /^Bearer (socle_[A-Za-z0-9_-]{20,100})$/i;

/** SHA-256 of a whole key, as snapshots hold it. */
export const hashKey = (key: string): string => hash("sha256", key, "base64url");

const refused = (refusedWith: InferenceRefusal, caller: Caller | null = null): Identification => ({
  ok: false,
  refusal: refusedWith,
  caller,
});

/**
 * Who holds the key of an `authorization` header. One digest and one map look-up whatever the outcome: the time taken
 * depends on a digest of the key, never on how much of it is right.
 */
export const identify = (
  authorization: string | null,
  snapshot: Pick<CompiledSnapshot, "callers">,
  now: EpochMillis,
): Identification => {
  if (authorization === null || authorization.trim() === "") {
    return refused(refusal("key.missing", "No key was given. Send it as `Authorization: Bearer socle_…`."));
  }
  const match = BEARER.exec(authorization);
  const caller = snapshot.callers.get(hashKey(match?.[1] ?? ""));
  if (match === null) {
    return refused(refusal("key.malformed", "The key is not of the form `Bearer socle_…`."));
  }
  if (caller === undefined) return refused(refusal("key.unknown", "No application holds this key."));
  const { key, useCase } = caller;
  if (key.revokedAt !== null && key.revokedAt <= now) {
    return refused(refusal("key.revoked", "This key was revoked. Issue a new one for the application."), caller);
  }
  if (key.expiresAt <= now) {
    const expiredAt = new Date(key.expiresAt).toISOString();
    return refused(refusal("key.expired", `This key expired on ${expiredAt}.`, { details: { expiredAt } }), caller);
  }
  if (useCase.state === "suspended") {
    const details = { useCase: useCase.slug };
    return refused(refusal("use_case.suspended", `The use case ${useCase.slug} is suspended.`, { details }), caller);
  }
  return { ok: true, caller };
};
