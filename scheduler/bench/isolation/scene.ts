import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../declared.ts";

export const MODEL = "modele-partage";
export const ENGINES = 3;
/** Sequences of one engine, and what its steps take: the profile says the same. */
export const SEQUENCES = 16;
export const ALPHA_MS = 10;
export const BETA_MS = 1;
export const PREFILL_MICROS = 100;
const GPUS_PER_ENGINE = 2;
/** Tokens of answers, in turn: they differ, so that places become free one by one. */
export const LENGTHS = [60, 42, 75, 51, 84, 36, 69, 48, 81, 39, 66, 45, 78, 54, 72];
const MEAN_LENGTH = LENGTHS.reduce((sum, length) => sum + length, 0) / LENGTHS.length;

/** Ministries of one State, with weights; their rights are as many GPUs, the whole pool. */
export const WEIGHTS = { a: 3, b: 2, c: 1 } as const;
export type Ministry = keyof typeof WEIGHTS;
export const MINISTRIES = Object.keys(WEIGHTS) as Ministry[];
const ALL = MINISTRIES.reduce((sum, id) => sum + WEIGHTS[id], 0);

/** Applications of a ministry, each of a direction of its own: one that stays calm, one that may flood, one of batch. */
export const USES = ["calm", "other", "batch"] as const;
export type Use = (typeof USES)[number];

export const keyOf = (ministry: Ministry, use: Use): string => `socle_isolation-${ministry}-${use}-key-local-only`;

/** Answers a second that all engines bring when their places are taken, and those of a ministry's right. */
const ALL_PER_SECOND = (ENGINES * SEQUENCES * 1000) / (MEAN_LENGTH * (ALPHA_MS + BETA_MS * SEQUENCES));
export const perSecondOf = (ministry: Ministry): number => (ALL_PER_SECOND * WEIGHTS[ministry]) / ALL;

const organisation = (slug: string, kind: string, parent?: string): object => ({
  slug,
  name: slug,
  kind,
  ...(parent === undefined ? {} : { parent }),
});

/** A registry of production's shape over the engines at some ports. */
export const isolationScene = (ports: readonly number[]): object => ({
  version: 1,
  organisations: [
    organisation("etat", "state"),
    ...MINISTRIES.flatMap((id) => [
      organisation(`ministere-${id}`, "ministry", "etat"),
      ...USES.map((use) => organisation(`direction-${id}-${use}`, "direction", `ministere-${id}`)),
    ]),
  ],
  models: [declaredModel(MODEL, 131072)],
  pools: [
    {
      slug: "partage",
      name: "Partage",
      gpuClass: "none",
      gpuCount: ENGINES * GPUS_PER_ENGINE,
      acceptedLabels: ["public", "internal"],
      hosting: "state_internal",
      standing: { locations: ["FR"], tenancy: "dedicated" },
      invented: true,
      deployments: [
        {
          model: MODEL,
          gpusPerReplica: GPUS_PER_ENGINE,
          profile: {
            alphaSeconds: ALPHA_MS / 1000,
            betaSeconds: BETA_MS / 1000,
            prefillSecondsPerToken: PREFILL_MICROS / 1e6,
            referenceBatch: SEQUENCES,
            maxSequences: SEQUENCES,
          },
          price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
          energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "bench" },
          endpoints: ports.map((port) => ({ url: `http://127.0.0.1:${port}` })),
        },
      ],
    },
  ],
  useCases: MINISTRIES.flatMap((id) =>
    USES.map((use) => ({
      slug: `cas-${id}-${use}`,
      name: `Cas ${id} ${use}`,
      description: "Mesure de l'isolement entre ministères",
      organisation: `direction-${id}-${use}`,
      state: "deployed",
      labels: ["internal"],
      ...DECLARED_ROLE,
      dossier: DECLARED_DOSSIER,
      evidence: DECLARED_EVIDENCE,
      serviceClass: use === "batch" ? "batch" : "standard",
      applications: [
        { slug: `application-${id}-${use}`, name: id, models: [MODEL], keys: [{ secret: keyOf(id, use) }] },
      ],
    })),
  ),
  allocations: MINISTRIES.map((id) => ({
    pool: "partage",
    node: `organisation:ministere-${id}`,
    nominal: WEIGHTS[id],
    weight: WEIGHTS[id],
  })),
});
