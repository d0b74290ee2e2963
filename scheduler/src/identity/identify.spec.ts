import { compileBundle } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { aScene, KEY } from "../../../test/builders/inference-scene.js";
import { useCase } from "../../../test/builders/snapshot.builder.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { hashKey, identify } from "./identify.js";

const NOW = 1_000;
const compiled = (
  key: { expiresAt?: number; revokedAt?: number | null } = {},
  state: "deployed" | "suspended" = "deployed",
) => {
  const scene = aScene([], { useCases: [useCase({ state })] });
  const bundle = compileBundle(scene.policies.files);
  if (!bundle.ok) throw new Error("unexpected");
  const held = { id: "key", hash: hashKey(KEY), expiresAt: NOW + 1, revokedAt: null, ...key };
  const applications = scene.applications.map((application) => ({ ...application, keys: [held] }));
  return compileSnapshot({ ...scene, applications }, bundle.bundle);
};
const outcome = (authorization: string | null, snapshot = compiled()) => {
  const result = identify(authorization, snapshot, NOW);
  return result.ok ? result.caller.application.id : result.refusal.code;
};

describe("identify", () => {
  it.each([
    [null, "key.missing"],
    ["", "key.missing"],
    ["Basic abc", "key.malformed"],
    ["Bearer ", "key.malformed"],
    [`Bearer ${KEY}!`, "key.malformed"],
    [`Bearer ${KEY}x`, "key.unknown"],
    [`Bearer ${KEY}`, "application"],
    [`bearer ${KEY}`, "application"],
  ])("%j → %s", (authorization, expected) => {
    expect(outcome(authorization)).toBe(expected);
  });

  it.each([
    ["key.expired", compiled({ expiresAt: NOW })],
    ["key.revoked", compiled({ revokedAt: NOW })],
    ["key.revoked", compiled({ revokedAt: NOW, expiresAt: 0 })],
    ["use_case.suspended", compiled({}, "suspended")],
    ["application", compiled({ revokedAt: NOW + 1 })],
  ])("%s", (expected, snapshot) => {
    expect(outcome(`Bearer ${KEY}`, snapshot)).toBe(expected);
  });

  it("names the caller of a refused key for the record", () => {
    const result = identify(`Bearer ${KEY}`, compiled({ revokedAt: 0 }), NOW);
    expect(result.caller?.useCase.id).toBe("use-case");
  });

  it("resolves the path from the application to the root", () => {
    const result = identify(`Bearer ${KEY}`, compiled(), NOW);
    expect(result.caller?.path).toEqual(["application", "use-case", "ministry", "state"]);
    const { organisation } = result.caller?.facts("2026-09-01") ?? {};
    // A snapshot that does not say what kind of body it is leaves that unknown.
    expect(organisation).toEqual({ slug: "ministere", path: ["etat", "ministere"], kind: "" });
  });
});
