import { createHash } from "node:crypto";
import type { PolicyBundleV1, SnapshotV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import type { PolicyFile } from "@socle/policies";
import { ruleFile } from "./rule-file.builder.js";

/** Rules as a snapshot carries them, with the digest that the engine computes. */
export function policyBundle(...files: PolicyFile[]): PolicyBundleV1 {
  const result = compileBundle(files);
  return { digest: result.ok ? result.bundle.digest : "0".repeat(64), files };
}

export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("base64url");

/** A small valid snapshot: one ministry, one use case, one application with key `sk-test`, one model on one pool. */
export function snapshot(overrides: Partial<SnapshotV1> = {}): SnapshotV1 {
  return {
    version: 1,
    number: 1,
    issuedAt: Date.now(),
    maxStalenessSeconds: 86_400,
    staleLabels: ["public"],
    organisations: [
      { id: "state", slug: "etat", name: "État", parentId: null },
      { id: "ministry", slug: "ministere", name: "Ministère", parentId: "state" },
    ],
    useCases: [useCase()],
    applications: [
      {
        id: "application",
        slug: "application",
        name: "Application",
        useCaseId: "use-case",
        keys: [{ id: "key", hash: hashOfKey("sk-test"), expiresAt: Date.now() + 86_400_000, revokedAt: null }],
        models: null,
      },
    ],
    models: [{ id: "model", name: "model", publisher: "publisher", contextWindow: 32_768 }],
    aliases: [],
    pools: [
      {
        id: "pool",
        slug: "pool",
        name: "Pool",
        gpuClass: "gpu",
        gpuCount: 8,
        acceptedLabels: ["public", "internal"],
        active: true,
      },
    ],
    deployments: [],
    allocations: [],
    budgets: [],
    limits: [],
    policies: policyBundle(ruleFile()),
    ...overrides,
  };
}

export function useCase(overrides: Partial<SnapshotV1["useCases"][number]> = {}): SnapshotV1["useCases"][number] {
  return {
    id: "use-case",
    slug: "use-case",
    name: "Use case",
    organisationId: "ministry",
    state: "deployed",
    labels: ["public"],
    serviceClass: "standard",
    maxOutputTokens: 1024,
    ...overrides,
  };
}
