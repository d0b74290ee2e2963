import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../../scheduler/bench/declared.ts";

export const MODEL = "modele-simule";
/** Charged to budgets on every level of its path. */
export const BUDGETED_KEY = "socle_faults-budgeted-key-local-only";
/** No ceiling on its path: it needs no lease. */
export const UNBOUND_KEY = "socle_faults-unbound-key-local-only";

const simulated = { simulated: true };

/** A registry with two model servers, one application under budgets and one without. */
export const faultsScene = {
  version: 1,
  organisations: [
    { slug: "etat", name: "État", kind: "state" },
    { slug: "ministere-a", name: "Ministère A", kind: "ministry", parent: "etat", siret: "11002001300014" },
    { slug: "ministere-b", name: "Ministère B", kind: "ministry", parent: "etat" },
  ],
  people: [
    {
      email: "morgan.audit@controle.example",
      name: "Morgan Audit",
      memberships: [{ organisation: "ministere-a", role: "auditor" }],
    },
  ],
  models: [declaredModel(MODEL, 131072)],
  pools: [
    {
      slug: "essai",
      name: "Essai",
      gpuClass: "none",
      gpuCount: 4,
      acceptedLabels: ["public", "internal"],
      hosting: "state_internal",
      standing: { locations: ["FR"], tenancy: "dedicated" },
      invented: true,
      deployments: [
        {
          model: MODEL,
          gpusPerReplica: 1,
          profile: {
            alphaSeconds: 0.005,
            betaSeconds: 0.0001,
            prefillSecondsPerToken: 0.00001,
            referenceBatch: 32,
            maxSequences: 64,
          },
          price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
          energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "invented" },
          endpoints: [simulated, simulated],
        },
      ],
    },
  ],
  useCases: [
    useCase("sous-budget", "ministere-a", "application-a", BUDGETED_KEY),
    useCase("sans-budget", "ministere-b", "application-b", UNBOUND_KEY),
  ],
  allocations: ["ministere-a", "ministere-b"].map((slug) => ({
    pool: "essai",
    node: `organisation:${slug}`,
    nominal: 2,
    guarantee: 1,
  })),
  budgets: ["organisation:ministere-a", "use-case:sous-budget"].flatMap((node) => [
    { node, unit: "token", period: "month", amount: 1e9 },
    { node, unit: "euro", period: "month", amount: 1e5 },
  ]),
};

function useCase(slug: string, organisation: string, application: string, secret: string): object {
  return {
    slug,
    name: slug,
    description: "Cas d'usage d'essai",
    organisation,
    state: "deployed",
    labels: ["internal"],
    ...DECLARED_ROLE,
    dossier: DECLARED_DOSSIER,
    evidence: DECLARED_EVIDENCE,
    ownerEmail: "morgan.audit@controle.example",
    oversight: "Un agent relit chaque réponse.",
    applications: [{ slug: application, name: application, models: [MODEL], keys: [{ secret }] }],
  };
}
