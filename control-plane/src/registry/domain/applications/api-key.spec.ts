import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPIRING_DAYS, expiryOf, keyStatus } from "./api-key.js";
import { keyDisplayPrefix, keyFrom, keyHash } from "./key-material.js";

const NOW = new Date("2026-09-01T08:00:00Z");
const inDays = (days: number) => expiryOf(NOW, days);

describe("key status", () => {
  it.each([
    ["active", inDays(EXPIRING_DAYS), null],
    ["expiring", new Date(inDays(EXPIRING_DAYS).getTime() - 1), null],
    ["expiring", new Date(NOW.getTime() + 1), null],
    ["expired", NOW, null],
    ["revoked", inDays(90), NOW],
    ["revoked", inDays(-1), inDays(-2)],
  ] as const)("is %s", (status, expiresAt, revokedAt) => {
    expect(keyStatus({ expiresAt, revokedAt }, NOW)).toBe(status);
  });
});

describe("key material", () => {
  it("is 256 bits in base64url behind a prefix", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const secret = keyFrom(bytes);
        expect(secret).toMatch(/^socle_[A-Za-z0-9_-]{43}$/);
        expect(Buffer.from(secret.slice(6), "base64url")).toEqual(Buffer.from(bytes));
        expect(secret.startsWith(keyDisplayPrefix(secret))).toBe(true);
        expect(keyDisplayPrefix(secret)).toHaveLength(12);
      }),
    );
  });

  it("hashes as schedulers do: SHA-256 of the whole key, base64url without padding", () => {
    expect(keyHash("abc")).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  });
});
