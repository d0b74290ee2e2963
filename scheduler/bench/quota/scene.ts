import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../declared.ts";

export const KEY = "socle_quota-bench-key-of-this-machine-only";
export const MODEL = "modele-scripte";
export const BUDGET_TOKENS = 3_000_000;
/** Output tokens one request may ask for. */
export const MOST_OUTPUT = 512;

/** A registry of one application under one small budget of its ministry. */
export function quotaScene(upstreamPort: number): object {
  return {
    version: 1,
    organisations: [
      { slug: "etat", name: "État", kind: "state" },
      { slug: "ministere", name: "Ministère", kind: "ministry", parent: "etat" },
      { slug: "direction", name: "Direction", kind: "direction", parent: "ministere" },
    ],
    models: [declaredModel(MODEL, 8192)],
    pools: [
      {
        slug: "banc",
        name: "Banc",
        gpuClass: "none",
        gpuCount: 8,
        acceptedLabels: ["public", "internal"],
        hosting: "state_internal",
        standing: { locations: ["FR"], tenancy: "dedicated" },
        invented: true,
        deployments: [
          {
            model: MODEL,
            gpusPerReplica: 1,
            profile: {
              alphaSeconds: 0.0001,
              betaSeconds: 0,
              prefillSecondsPerToken: 0,
              referenceBatch: 64,
              maxSequences: 10_000,
            },
            price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
            energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "bench" },
            endpoints: [{ url: `http://127.0.0.1:${upstreamPort}` }],
          },
        ],
      },
    ],
    useCases: [
      {
        slug: "mesure",
        name: "Mesure",
        description: "Mesure d'un budget partagé",
        organisation: "direction",
        state: "deployed",
        labels: ["internal"],
        ...DECLARED_ROLE,
        dossier: DECLARED_DOSSIER,
        evidence: DECLARED_EVIDENCE,
        maxOutputTokens: MOST_OUTPUT,
        applications: [{ slug: "banc", name: "Banc", models: [MODEL], keys: [{ secret: KEY }] }],
      },
    ],
    allocations: [{ pool: "banc", node: "organisation:ministere", nominal: 8, guarantee: 8 }],
    budgets: [{ node: "organisation:ministere", unit: "token", period: "year", amount: BUDGET_TOKENS }],
  };
}
