import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../declared.ts";

export const MODEL = "modele-immediat";
/** Public, of ARIANE: the identity provider vouches for it when the person signs in. */
const SIRET = "13002526500013";
export const USE_CASES = 400;

/** The key of the application of one use case. */
export const keyOf = (index: number): string => `socle_suspend-bench-key-of-this-machine-${index}`;

/** A registry of many use cases with an application each, and somebody of the compliance cell. */
export function suspendScene(upstreamPort: number): object {
  return {
    version: 1,
    organisations: [
      { slug: "etat", name: "État", kind: "state" },
      { slug: "cellule-conformite", name: "Cellule conformité", kind: "authority", parent: "etat", siret: SIRET },
      { slug: "ministere", name: "Ministère", kind: "ministry", parent: "etat" },
    ],
    people: [
      {
        email: "conformite@banc.example",
        name: "Banc",
        memberships: [{ organisation: "cellule-conformite", role: "compliance" }],
      },
    ],
    models: [declaredModel(MODEL, 8192)],
    pools: [poolAt(upstreamPort)],
    useCases: Array.from({ length: USE_CASES }, (_, index) => ({
      slug: `mesure-${index}`,
      name: `Mesure ${index}`,
      description: "Mesure du temps d'une suspension",
      organisation: "ministere",
      state: "deployed",
      labels: ["internal"],
      ...DECLARED_ROLE,
      dossier: DECLARED_DOSSIER,
      evidence: DECLARED_EVIDENCE,
      applications: [{ slug: `banc-${index}`, name: "Banc", models: [MODEL], keys: [{ secret: keyOf(index) }] }],
    })),
    allocations: [{ pool: "banc", node: "organisation:ministere", nominal: 8, guarantee: 8 }],
  };
}

const poolAt = (upstreamPort: number): object => ({
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
        ...{ alphaSeconds: 0.0001, betaSeconds: 0, prefillSecondsPerToken: 0 },
        ...{ referenceBatch: 64, maxSequences: 10_000 },
      },
      price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
      energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "bench" },
      endpoints: [{ url: `http://127.0.0.1:${upstreamPort}` }],
    },
  ],
});
