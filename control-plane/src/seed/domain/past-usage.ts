import type {
  ApplicationV1,
  DecisionV1,
  DeploymentV1,
  RequestRecordV1,
  SnapshotV1,
  UsageV1,
  UseCaseV1,
} from "@socle/contracts";
import type { PastTraffic, SeedPast } from "./seed-past.js";

/** Whose records they are: no scheduler of that name runs. */
export const PAST_REPLICA = "sample";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Share of a working day's requests in each hour, UTC, in thousandths. */
const WORKING_HOURS = [4, 3, 3, 3, 5, 14, 42, 88, 112, 115, 84, 62, 92, 112, 104, 82, 42, 14, 7, 5, 3, 2, 1, 1];
const WEEKEND_SHARE = 0.12;

/** Where a line's requests went: what the snapshot says of its application. */
interface Path {
  readonly traffic: PastTraffic;
  readonly application: ApplicationV1;
  readonly useCase: UseCaseV1;
  readonly model: string;
  readonly deployment: DeploymentV1;
}

/**
 * Records of the days before `today`, in the order of time, the same at every reading: prices, energy and endpoints are
 * those of the snapshot, so that every sum over them is a real one.
 */
export function pastRecords(
  { days, lines }: NonNullable<SeedPast["usage"]>,
  snapshot: SnapshotV1,
  today: Date,
): RequestRecordV1[] {
  const chance = chances(1);
  const paths = lines.flatMap((traffic) => pathOf(traffic, snapshot) ?? []);
  const midnight = Math.floor(today.getTime() / DAY_MS) * DAY_MS;
  const asked = Array.from({ length: days }, (_, index) => midnight - (days - index) * DAY_MS).flatMap((day) =>
    paths.flatMap((path) => momentsOf(path.traffic, day, chance).map((at) => ({ at, path }))),
  );
  asked.sort((a, b) => a.at - b.at);
  return asked.map(({ at, path }, index) => recordOf(path, at, index + 1, snapshot, chance));
}

function pathOf(traffic: PastTraffic, snapshot: SnapshotV1): Path | null {
  const application = snapshot.applications.find(({ slug }) => slug === traffic.application);
  const useCase = snapshot.useCases.find(({ id }) => id === application?.useCaseId);
  if (application === undefined || useCase === undefined) return null;
  const takes = (poolId: string) =>
    snapshot.pools.some(
      ({ id, acceptedLabels }) => id === poolId && useCase.labels.every((label) => acceptedLabels.includes(label)),
    );
  const model = application.models?.[0] ?? snapshot.models[0]?.name ?? "";
  const modelId =
    snapshot.aliases.find(({ name }) => name === model)?.modelId ??
    snapshot.models.find(({ name }) => name === model)?.id;
  const deployment = snapshot.deployments.find((each) => each.modelId === modelId && takes(each.poolId));
  return deployment === undefined ? null : { traffic, application, useCase, model, deployment };
}

function momentsOf({ perDay }: PastTraffic, day: number, chance: () => number): number[] {
  const weekday = new Date(day).getUTCDay();
  const share = weekday === 0 || weekday === 6 ? WEEKEND_SHARE : 1;
  const wanted = Math.floor(perDay * share * (0.8 + 0.4 * chance()));
  return Array.from({ length: wanted }, () => day + hourBy(chance()) * HOUR_MS + Math.floor(chance() * HOUR_MS));
}

function hourBy(chance: number): number {
  let left = chance * WORKING_HOURS.reduce((sum, share) => sum + share, 0);
  return Math.max(
    0,
    WORKING_HOURS.findIndex((share) => (left -= share) < 0),
  );
}

function recordOf(
  path: Path,
  at: number,
  sequence: number,
  snapshot: SnapshotV1,
  chance: () => number,
): RequestRecordV1 {
  const { traffic, application, useCase, model, deployment } = path;
  const drawn = chance() * 100;
  const refused = drawn < traffic.refusedPercent;
  const cancelled = !refused && drawn < traffic.refusedPercent + traffic.cancelledPercent;
  const usage = refused ? null : usageOf(path, at, sequence, cancelled, chance);
  const endpointId = usage?.endpointId ?? "";
  const total = usage?.totalMs ?? 2;
  const decision: DecisionV1 = {
    id: decisionId(sequence),
    at,
    applicationId: application.id,
    keyId: application.keys[0]?.id ?? null,
    useCaseId: useCase.id,
    organisationId: useCase.organisationId,
    requestedModel: model,
    modelId: deployment.modelId,
    labels: useCase.labels,
    stream: useCase.serviceClass === "interactive",
    asked: {
      ...{ labels: [], maxOutputTokens: useCase.maxOutputTokens },
      ...(traffic.decisionRef == null ? {} : { decisionRef: `${traffic.decisionRef}-${dayOf(at)}` }),
    },
    outcome: refused ? "refused" : cancelled ? "cancelled" : "served",
    code: refused ? "pool.saturated" : null,
    status: refused ? 503 : cancelled ? 499 : 200,
    snapshotNumber: snapshot.number,
    bundleDigest: snapshot.policies.digest,
    pools: [{ poolId: deployment.poolId, eligible: true, reasons: [] }],
    levels: [],
    endpoint: refused
      ? null
      : {
          ...{ endpointId, deploymentId: deployment.id, poolId: deployment.poolId },
          ...{ profile: "predicted-first-token", attempts: 1, scores: [{ endpointId, score: -0.2 }] },
        },
    stages: { ingress: 0.2, identify: 0.1, admit: 0.4, pick: 0.1, firstByte: usage?.firstTokenMs ?? null, total },
  };
  return { replica: PAST_REPLICA, epoch: 1, sequence, decision, usage };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const decisionId = (sequence: number): string => `${PAST_REPLICA}-1-${String(sequence)}`;

function usageOf(
  { traffic, application, useCase, deployment }: Path,
  at: number,
  sequence: number,
  cancelled: boolean,
  chance: () => number,
): UsageV1 {
  const about = (mean: number) => Math.max(1, Math.round(mean * (0.4 + 1.2 * chance())));
  const inputTokens = about(traffic.inputTokens);
  const cachedInputTokens = Math.floor(inputTokens * 0.3 * chance());
  const outputTokens = Math.ceil(
    Math.min(about(traffic.outputTokens), useCase.maxOutputTokens) * (cancelled ? 0.4 : 1),
  );
  const { profile, energy, gpusPerReplica, price } = deployment;
  const step = profile.alphaSeconds + profile.betaSeconds * profile.referenceBatch;
  const prefill = (inputTokens - cachedInputTokens) * profile.prefillSecondsPerToken;
  const nanoKWh = Math.round((inputTokens + outputTokens) * energy.kWhPerMillionTokens * 1e3);
  const endpoint = deployment.endpoints[Math.floor(chance() * deployment.endpoints.length)];
  const firstTokenMs = Math.round(prefill * 1e3 + 20 + chance() * 80);
  return {
    ...{ decisionId: decisionId(sequence), at, applicationId: application.id, useCaseId: useCase.id },
    ...{ organisationId: useCase.organisationId, poolId: deployment.poolId, deploymentId: deployment.id },
    ...{ endpointId: endpoint?.id ?? "", modelId: deployment.modelId, labels: useCase.labels },
    quantities: {
      ...{ inputTokens, cachedInputTokens, outputTokens },
      costMicroEuro: Math.ceil((inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1e6),
      gpuMicroSeconds: Math.round((prefill + (outputTokens * step) / profile.referenceBatch) * gpusPerReplica * 1e6),
      ...{ nanoKWh, nanoKgCO2eq: Math.round(nanoKWh * energy.kgCO2eqPerKWh) },
      queueMicroSeconds: Math.floor(chance() * 30) * 1_000,
    },
    ...{ estimated: cancelled, energyMethod: energy.method },
    ...{ firstTokenMs, totalMs: firstTokenMs + Math.round(outputTokens * step * 1e3) },
    simulated: true,
  };
}

/** A sequence of numbers in [0, 1) that depends on `seed` alone (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
