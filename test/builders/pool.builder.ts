import type { Deployment, Pool } from "../../control-plane/src/serving/domain/pool.js";

export const aPool = (fields: Partial<Pool> = {}): Pool => ({
  id: "019a0000-0000-7000-8000-0000000000b1",
  slug: "nubo",
  name: "Nubo",
  gpuClass: "H100",
  gpuCount: 8,
  acceptedLabels: ["public", "internal"],
  hosting: "state_internal",
  standing: {},
  active: true,
  veto: null,
  invented: true,
  ...fields,
});

export const aDeployment = (fields: Partial<Deployment> = {}): Deployment => ({
  id: "019a0000-0000-7000-8000-0000000000d1",
  poolId: "019a0000-0000-7000-8000-0000000000b1",
  modelId: "019a0000-0000-7000-8000-0000000000e1",
  servedName: "mistral-small",
  gpusPerReplica: 1,
  profile: {
    alphaSeconds: 0.02,
    betaSeconds: 0.0005,
    prefillSecondsPerToken: 0.0001,
    referenceBatch: 16,
    maxSequences: 32,
  },
  price: { inputPerMillion: 100_000, outputPerMillion: 300_000 },
  energy: { kWhPerMillionTokens: 0.5, kgCO2eqPerKWh: 0.05, method: "test" },
  endpoints: [],
  ...fields,
});
