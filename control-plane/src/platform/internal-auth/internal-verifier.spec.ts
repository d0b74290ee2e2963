import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { InternalVerifier } from "./internal-verifier.js";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519").privateKey;
const verifier = new InternalVerifier(publicKey);

const bearer = async (
  life: number,
  fields: { audience?: string; age?: number; key?: KeyObject } = {},
): Promise<string> => {
  const issuedAt = Math.floor(Date.now() / 1000) - (fields.age ?? 0);
  const token = new SignJWT({})
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer("replica-1")
    .setAudience(fields.audience ?? "socle-control-plane")
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + life);
  return `Bearer ${await token.sign(fields.key ?? privateKey)}`;
};

describe("calls of scheduler replicas", () => {
  it("are believed when fresh and signed, and name the replica", async () => {
    expect(await verifier.verify(await bearer(60))).toEqual({ ok: true, replica: "replica-1" });
  });

  it.each([
    ["no header", () => undefined],
    ["another scheme", () => "Basic cmVwbGljYQ=="],
    ["rubbish", () => "Bearer rubbish"],
    ["another key", () => bearer(60, { key: stranger })],
    ["another audience", () => bearer(60, { audience: "elsewhere" })],
    ["an old token", () => bearer(60, { age: 120 })],
    ["a long-lived token", () => bearer(3600)],
  ])("are refused with %s", async (_case, header) => {
    expect(await verifier.verify(await header())).toMatchObject({ ok: false });
  });
});
