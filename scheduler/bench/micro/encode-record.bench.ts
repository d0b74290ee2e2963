import type { RequestRecordV1 } from "@socle/contracts";
import type * as RecordLine from "../../src/metering/spool/record-line.js";
import { compiled, microBench } from "./measure.ts";

const id = (name: string): string => `0198c0de-0000-7000-8000-${name.padStart(12, "0")}`;

const RECORD: RequestRecordV1 = {
  replica: "replica-1",
  epoch: 3,
  sequence: 123_456,
  decision: {
    id: id("1"),
    at: 1_795_500_000_000,
    applicationId: id("2"),
    keyId: id("3"),
    useCaseId: id("4"),
    organisationId: id("5"),
    requestedModel: "model",
    modelId: id("6"),
    labels: ["internal", "personal"],
    stream: true,
    outcome: "served",
    code: null,
    status: 200,
    snapshotNumber: 42,
    bundleDigest: "a".repeat(64),
    pools: [{ poolId: id("7"), eligible: true, reasons: [] }],
    levels: ["2", "4", "5", "8"].map((node) => ({
      nodeId: id(node),
      ceilingId: id("9"),
      unit: "token",
      ceiling: 1e9,
      asked: 1200,
      held: 50_000,
      ok: true,
    })),
    endpoint: {
      endpointId: id("a"),
      deploymentId: id("b"),
      poolId: id("7"),
      profile: "default",
      attempts: 1,
      scores: [{ endpointId: id("a"), score: 1 }],
    },
    stages: { ingress: 0.2, identify: 0.01, admit: 0.05, pick: 0.02, firstByte: 45.2, total: 1830.7 },
  },
  usage: {
    decisionId: id("1"),
    at: 1_795_500_000_000,
    applicationId: id("2"),
    useCaseId: id("4"),
    organisationId: id("5"),
    poolId: id("7"),
    deploymentId: id("b"),
    endpointId: id("a"),
    modelId: id("6"),
    labels: ["internal", "personal"],
    quantities: {
      inputTokens: 1155,
      cachedInputTokens: 512,
      outputTokens: 211,
      costMicroEuro: 268,
      gpuMicroSeconds: 310_000,
      nanoKWh: 1_200_000,
      nanoKgCO2eq: 50_000,
      queueMicroSeconds: 0,
    },
    estimated: false,
    energyMethod: "published-2026",
    firstTokenMs: 45.2,
    totalMs: 1830.7,
    simulated: false,
  },
};

export const encodeRecord = microBench("encode-record", "one request record as a line of the spool", async () => {
  const { encodeLines } = await compiled<typeof RecordLine>("metering/spool/record-line.js");
  return { "served, 4 levels": () => encodeLines(RECORD.replica, RECORD.epoch, RECORD.sequence, [RECORD]) };
});
