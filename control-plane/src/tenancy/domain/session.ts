/** A signed-in browser. Its token is known to the browser only; what is kept is its SHA-256. */
export interface Session {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly mfa: boolean;
  /** The identity provider's own token, sealed; it is shown back to the provider when the person signs out. */
  readonly idTokenSealed: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** As long as ProConnect's own session. */
export const SESSION_HOURS = 12;
export const sessionEnd = (from: Date): Date => new Date(from.getTime() + SESSION_HOURS * 3_600_000);
