/** A key as it is kept: never in clear. */
export interface ApiKey {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  /** First characters, to recognise it by. */
  readonly prefix: string;
  /** SHA-256 of the whole key, base64url without padding. */
  readonly hash: string;
  readonly createdAt: Date;
  /** Reference of the actor who had it issued. */
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export const KEY_STATUSES = ["active", "expiring", "expired", "revoked"] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

const DAY_MS = 86_400_000;
/** Days before its end from which a key is announced as expiring. */
export const EXPIRING_DAYS = 30;
export const MAX_VALID_DAYS = 365;

/** Revocation wins over expiry: it says that somebody decided. */
export function keyStatus(key: Pick<ApiKey, "expiresAt" | "revokedAt">, now: Date): KeyStatus {
  if (key.revokedAt !== null) return "revoked";
  const left = key.expiresAt.getTime() - now.getTime();
  if (left <= 0) return "expired";
  return left < EXPIRING_DAYS * DAY_MS ? "expiring" : "active";
}

export const expiryOf = (now: Date, validDays: number): Date => new Date(now.getTime() + validDays * DAY_MS);
