import type { DecisionV1 } from "@socle/contracts";
import type { DecisionExplanation } from "../../use-cases/explain-decision.js";
import type { DecisionDetailType, EndpointChoiceType, PoolVerdictType, StageType } from "./decision.types.js";
import { summaryView } from "./request.types.js";

export function decisionView(explanation: DecisionExplanation): DecisionDetailType {
  const { entry, nameOf, remedies } = explanation;
  const { decision, usage } = entry.record;
  return {
    summary: summaryView(entry),
    labels: decision.labels,
    snapshotNumber: decision.snapshotNumber,
    bundleDigest: decision.bundleDigest,
    stages: stagesView(decision),
    pools: poolsView(explanation),
    levels: decision.levels.map((level) => ({ ...level, nodeName: nameOf(level.nodeId) })),
    fairness: (decision.fairness ?? []).map((level) => ({ ...level, nodeName: nameOf(level.nodeId) })),
    endpoint: endpointView(decision, nameOf),
    cachedInputTokens: usage?.quantities.cachedInputTokens ?? null,
    estimated: usage?.estimated ?? null,
    gpuSeconds: usage === null ? null : (usage.quantities.gpuMicroSeconds ?? 0) / 1e6,
    kWh: usage === null ? null : (usage.quantities.nanoKWh ?? 0) / 1e9,
    kgCO2eq: usage === null ? null : (usage.quantities.nanoKgCO2eq ?? 0) / 1e9,
    energyMethod: usage?.energyMethod ?? null,
    simulated: usage?.simulated ?? false,
    remedies,
  };
}

/** In the order of a request's life; stages that it did not reach are left out. */
function stagesView({ stages }: DecisionV1): StageType[] {
  const { ingress, identify, admit, pick, firstByte, total } = stages;
  return Object.entries({ ingress, identify, admit, pick, firstByte, total }).flatMap(([name, ms]) =>
    ms === null ? [] : [{ name, ms }],
  );
}

function poolsView({ entry, nameOf, textOf }: DecisionExplanation): PoolVerdictType[] {
  return entry.record.decision.pools.map(({ poolId, eligible, reasons }) => ({
    poolId,
    poolName: nameOf(poolId),
    eligible,
    reasons: reasons.map((reason) => ({ ...reason, ...textOf(reason) })),
  }));
}

function endpointView({ endpoint }: DecisionV1, nameOf: (id: string) => string): EndpointChoiceType | null {
  if (endpoint === null) return null;
  const { endpointId, deploymentId, profile, attempts, scores } = endpoint;
  const named = scores.map((score) => ({ ...score, url: nameOf(score.endpointId) }));
  return { url: nameOf(endpointId), deploymentId, profile, attempts, scores: named };
}
