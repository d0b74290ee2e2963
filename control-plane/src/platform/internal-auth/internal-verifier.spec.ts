import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { InternalVerifier, type CallMade } from "./internal-verifier.js";
import { SpentTokens } from "./spent-tokens.js";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const next = generateKeyPairSync("ed25519");
const stranger = generateKeyPairSync("ed25519").privateKey;
const verifier = new InternalVerifier([publicKey]);
const call: CallMade = { method: "POST", path: "/internal/v1/leases", digest: "digest-of-body" };

interface Fields {
  readonly audience?: string;
  readonly age?: number;
  readonly key?: KeyObject;
  readonly jti?: string;
}
const bearer = async (life: number, { audience, age = 0, key, jti }: Fields = {}): Promise<string> => {
  const issuedAt = Math.floor(Date.now() / 1000) - age;
  const token = new SignJWT({ htm: call.method, htu: call.path, bdg: call.digest })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer("replica-1")
    .setAudience(audience ?? "socle-control-plane")
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + life);
  return `Bearer ${await token.setJti(jti ?? randomUUID()).sign(key ?? privateKey)}`;
};

describe("calls of scheduler replicas", () => {
  it("are believed when fresh and signed, and name the replica", async () => {
    expect(await verifier.verify(await bearer(60), call)).toEqual({ ok: true, replica: "replica-1" });
  });

  it.each([
    ["no header", () => undefined],
    ["another scheme", () => "Basic cmVwbGljYQ=="],
    ["rubbish", () => "Bearer rubbish"],
    ["another key", () => bearer(60, { key: stranger })],
    ["another audience", () => bearer(60, { audience: "elsewhere" })],
    ["an old token", () => bearer(60, { age: 120 })],
    ["a token from the future", () => bearer(60, { age: -3600 })],
    ["a long-lived token", () => bearer(3600)],
  ])("are refused with %s", async (_case, header) => {
    expect(await verifier.verify(await header(), call)).toMatchObject({ ok: false });
  });

  it("are refused when their token comes a second time, here", async () => {
    const header = await bearer(60);
    expect(await verifier.verify(header, call)).toMatchObject({ ok: true });
    expect(await verifier.verify(header, call)).toEqual({ ok: false, reason: "the token was used before" });
  });

  it.each<[string, Partial<CallMade>]>([
    ["method", { method: "GET" }],
    ["path", { path: "/internal/v1/usage" }],
    ["body", { digest: "digest-of-another-body" }],
  ])("are refused when their token was made for another %s", async (_, other) => {
    const refused = await verifier.verify(await bearer(60), { ...call, ...other });
    expect(refused).toEqual({ ok: false, reason: "the token was made for another call" });
  });

  it("go on while keys change: the new one is added, then used, then the old one goes", async () => {
    const [before, both, after] = [[publicKey], [publicKey, next.publicKey], [next.publicKey]].map(
      (keys) => new InternalVerifier(keys),
    );
    const answers = await Promise.all([
      before?.verify(await bearer(60), call),
      both?.verify(await bearer(60), call),
      both?.verify(await bearer(60, { key: next.privateKey }), call),
      after?.verify(await bearer(60, { key: next.privateKey }), call),
      after?.verify(await bearer(60), call),
    ]);
    expect(answers.map((answer) => answer?.ok)).toEqual([true, true, true, true, false]);
  });
});

describe("spent tokens", () => {
  it("are remembered until they expire, and no longer", () => {
    const spent = new SpentTokens();
    expect(spent.spend("a", 1000, 0)).toBe(true);
    expect(spent.spend("a", 1000, 999)).toBe(false);
    expect(spent.spend("b", 5000, 2000)).toBe(true);
    expect(spent.spend("a", 5000, 2000)).toBe(true);
  });
});
