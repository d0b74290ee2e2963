/** Counts of keys at the report's time. */
export interface KeyHygiene {
  /** Neither revoked nor expired. */
  readonly live: number;
  readonly revoked: number;
  readonly expired: number;
  /** Live, and expire within thirty days. */
  readonly expiringSoon: number;
  /** Live for more than half a year: due for rotation. */
  readonly old: number;
  /** Live, of an application that sent no request in the period. */
  readonly idle: number;
  /** Live, of a use case that may not run: they answer nothing, and should be revoked. */
  readonly ofStopped: number;
  /** Live for longer than a key may be issued for; the database refuses them, so this is zero. */
  readonly tooLong: number;
}

/** Days before its end from which a key is announced. */
export const EXPIRING_DAYS = 30;
/** Days after which a key should have been rotated. */
export const OLD_DAYS = 180;
/** Longest life of a key, days. */
export const LONGEST_DAYS = 365;
