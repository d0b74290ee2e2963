import type { DecisionV1, EarlierUsageV1, RequestRecordV1, UsageV1 } from "@socle/contracts";

const id = (tail: string): string => `0199b000-0000-7000-8000-${tail.padStart(12, "0")}`;

/** Ids that the records below point to unless a test says otherwise. */
export const RECORD_IDS = {
  organisation: id("1"),
  useCase: id("2"),
  application: id("3"),
  key: id("4"),
  model: id("5"),
  pool: id("6"),
  deployment: id("7"),
  endpoint: id("8"),
} as const;

/** A request served at noon, of 100 input and 20 output tokens. */
export function aDecision(changes: Partial<DecisionV1> = {}): DecisionV1 {
  return {
    id: "r1-1-1",
    at: Date.UTC(2026, 2, 10, 11),
    applicationId: RECORD_IDS.application,
    keyId: RECORD_IDS.key,
    useCaseId: RECORD_IDS.useCase,
    organisationId: RECORD_IDS.organisation,
    requestedModel: "small",
    modelId: RECORD_IDS.model,
    labels: ["internal"],
    stream: false,
    outcome: "served",
    code: null,
    status: 200,
    snapshotNumber: 7,
    bundleDigest: "d".repeat(64),
    pools: [{ poolId: RECORD_IDS.pool, eligible: true, reasons: [] }],
    levels: [],
    endpoint: {
      endpointId: RECORD_IDS.endpoint,
      deploymentId: RECORD_IDS.deployment,
      poolId: RECORD_IDS.pool,
      profile: "round-robin",
      attempts: 1,
      scores: [{ endpointId: RECORD_IDS.endpoint, score: 1 }],
    },
    stages: { ingress: 0.2, identify: 0.1, admit: 0.3, pick: 0.1, firstByte: 40, total: 300 },
    ...changes,
  };
}

export function aUsage(decision: DecisionV1, changes: Partial<UsageV1> = {}): UsageV1 {
  return {
    decisionId: decision.id,
    at: decision.at,
    applicationId: RECORD_IDS.application,
    useCaseId: RECORD_IDS.useCase,
    organisationId: RECORD_IDS.organisation,
    poolId: RECORD_IDS.pool,
    deploymentId: RECORD_IDS.deployment,
    endpointId: RECORD_IDS.endpoint,
    modelId: RECORD_IDS.model,
    labels: decision.labels,
    quantities: {
      inputTokens: 100,
      cachedInputTokens: 40,
      outputTokens: 20,
      costMicroEuro: 55,
      gpuMicroSeconds: 123_456,
      nanoKWh: 1_234,
      nanoKgCO2eq: 56,
    },
    estimated: false,
    energyMethod: "published",
    firstTokenMs: 40,
    totalMs: 300,
    simulated: true,
    ...changes,
  };
}

/** A served record; pass `usage: null` in the second argument's place for one that used nothing. */
export function aRecord(
  sequence: number,
  decisionChanges: Partial<DecisionV1> = {},
  usageChanges: Partial<UsageV1> | null = {},
  owner: { readonly replica: string; readonly epoch: number } = { replica: "r1", epoch: 1 },
): RequestRecordV1 {
  const id = `${owner.replica}-${String(owner.epoch)}-${String(sequence)}`;
  const decision = aDecision({ id, ...decisionChanges });
  return { ...owner, sequence, decision, usage: usageChanges === null ? null : aUsage(decision, usageChanges) };
}

/** The same usage as schedulers wrote it before it was a map of quantities. */
export function asEarlier({ quantities, ...usage }: UsageV1): EarlierUsageV1 {
  const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0, costMicroEuro = 0 } = quantities;
  return {
    ...usage,
    ...{ inputTokens, cachedInputTokens, outputTokens, costMicroEuro },
    gpuSeconds: (quantities.gpuMicroSeconds ?? 0) / 1e6,
    kWh: (quantities.nanoKWh ?? 0) / 1e9,
    kgCO2eq: (quantities.nanoKgCO2eq ?? 0) / 1e9,
    queueMs: (quantities.queueMicroSeconds ?? 0) / 1e3,
  };
}
