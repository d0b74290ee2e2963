import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../../scheduler/bench/declared.ts";

export const MODEL = "modele-partage";

/** Ministries with rights and weights 3 : 2 : 1. */
export const MINISTRIES = ["a", "b", "c"] as const;
export type Ministry = (typeof MINISTRIES)[number];
const RIGHTS: Readonly<Record<Ministry, number>> = { a: 3, b: 2, c: 1 };

export const keyOf = (ministry: Ministry): string => `socle_three-ministries-${ministry}-key-local-only`;

/** A registry of three ministries on one pool of 6 GPUs: a model server at each URL, with so many slots and 3 GPUs. */
export const threeMinistries = (urls: readonly string[], slots: number): object => ({
  version: 1,
  organisations: [
    { slug: "etat", name: "État", kind: "state" },
    ...MINISTRIES.flatMap((name) => [
      { slug: `ministere-${name}`, name, kind: "ministry", parent: "etat" },
      { slug: `direction-${name}`, name: `Direction de ${name}`, kind: "direction", parent: `ministere-${name}` },
    ]),
  ],
  people: [],
  models: [declaredModel(MODEL, 131072)],
  pools: [
    {
      slug: "partage",
      name: "Partage",
      gpuClass: "none",
      gpuCount: 6,
      acceptedLabels: ["public", "internal"],
      hosting: "state_internal",
      standing: { locations: ["FR"], tenancy: "dedicated" },
      invented: true,
      deployments: [
        {
          model: MODEL,
          gpusPerReplica: 3,
          profile: {
            alphaSeconds: 0.01,
            betaSeconds: 0.001,
            prefillSecondsPerToken: 0.0001,
            referenceBatch: slots,
            maxSequences: slots,
          },
          price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
          energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "invented" },
          endpoints: urls.map((url) => ({ url })),
        },
      ],
    },
  ],
  useCases: MINISTRIES.map((name) => ({
    slug: `cas-${name}`,
    name: `Cas ${name}`,
    description: "Cas d'usage d'essai",
    organisation: `direction-${name}`,
    state: "deployed",
    labels: ["internal"],
    ...DECLARED_ROLE,
    dossier: DECLARED_DOSSIER,
    evidence: DECLARED_EVIDENCE,
    ownerEmail: "morgan.audit@controle.example",
    oversight: "Un agent relit chaque réponse.",
    applications: [{ slug: `application-${name}`, name, models: [MODEL], keys: [{ secret: keyOf(name) }] }],
  })),
  allocations: MINISTRIES.map((name) => ({
    pool: "partage",
    node: `organisation:ministere-${name}`,
    nominal: RIGHTS[name],
    weight: RIGHTS[name],
  })),
});
