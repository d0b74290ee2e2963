import { createHash } from "node:crypto";

const KEY_PREFIX = "socle_";
/** Characters of a key that stay readable: enough to tell two keys apart, far too few to guess one. */
const SHOWN = KEY_PREFIX.length + 6;

/** The key in clear from 32 random bytes: `socle_` and 43 characters of base64url. */
export const keyFrom = (random: Uint8Array): string => `${KEY_PREFIX}${Buffer.from(random).toString("base64url")}`;

/** What is stored, and what a scheduler compares: SHA-256 of the whole key, base64url without padding. */
export const keyHash = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("base64url");

/** What may be shown of a key after it was issued. */
export const keyDisplayPrefix = (secret: string): string => secret.slice(0, SHOWN);
