import type {
  Amounts,
  AskedV1,
  DecisionV1,
  FairnessLevelV1,
  LevelDecisionV1,
  PoolDecisionV1,
  UsageV1,
} from "@socle/contracts";
import type { DataLabel, RefusalCode } from "@socle/contracts";
import type { Caller, CompiledModel, CompiledSnapshot, PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { AnswerMeta } from "../kernel/inference.port.js";
import type { OperationUse } from "../cost/engine-usage.js";

const MAX_MODEL_CHARACTERS = 200;

/** What a request had become when it ended. */
export interface RequestStory {
  readonly decisionId: string;
  /** Wall time of admission: the moment that decides the budget's period. */
  readonly at: number;
  readonly snapshot: CompiledSnapshot | null;
  readonly caller: Caller | null;
  readonly requestedModel: string | null;
  readonly model: CompiledModel | null;
  readonly labels: readonly DataLabel[];
  readonly stream: boolean;
  readonly asked?: AskedV1;
  readonly pools: readonly PoolDecisionV1[];
  readonly levels: readonly LevelDecisionV1[];
  readonly endpoint: DecisionV1["endpoint"];
  /** From the leaf to the root; empty when it never had a turn. */
  readonly fairness: readonly FairnessLevelV1[];
  /** Times it was cut so that others could run. */
  readonly cuts: number;
  readonly overhead: AnswerMeta["overhead"];
  /** Since it was sent to the server that answered. */
  readonly firstByteMs: number | null;
  /** Since it arrived. */
  readonly firstTokenMs: number | null;
  readonly totalMs: number;
}

export interface Outcome {
  readonly outcome: DecisionV1["outcome"];
  readonly code: RefusalCode | null;
  readonly status: number;
}

/** Milliseconds with three decimals: records need no more. */
const ms = (value: number): number => Math.round(value * 1000) / 1000;

export const decisionOf = (story: RequestStory, ended: Outcome): DecisionV1 => ({
  id: story.decisionId,
  at: story.at,
  applicationId: story.caller?.application.id ?? null,
  keyId: story.caller?.key.id ?? null,
  useCaseId: story.caller?.useCase.id ?? null,
  organisationId: story.caller?.organisation.id ?? null,
  requestedModel: story.requestedModel?.slice(0, MAX_MODEL_CHARACTERS) ?? null,
  modelId: story.model?.model.id ?? null,
  labels: story.labels,
  stream: story.stream,
  ...(story.asked === undefined ? {} : { asked: story.asked }),
  outcome: ended.outcome,
  code: ended.code,
  status: ended.status,
  snapshotNumber: story.snapshot?.source.number ?? 0,
  bundleDigest: story.snapshot?.policies.digest ?? "",
  pools: story.pools,
  levels: story.levels,
  endpoint: story.endpoint,
  fairness: story.fairness,
  ...(story.cuts === 0 ? {} : { cuts: story.cuts }),
  stages: {
    ingress: ms(story.overhead.ingress),
    identify: ms(story.overhead.identify),
    admit: ms(story.overhead.admit),
    pick: ms(story.overhead.pick),
    firstByte: story.firstByteMs === null ? null : ms(story.firstByteMs),
    total: ms(story.totalMs),
  },
});

/** Usage of a request that an endpoint took; `null` when the story has no caller or model. */
export const usageOf = (
  story: RequestStory,
  {
    placed,
    operation,
    cost,
  }: { readonly placed: PlacedEndpoint; readonly operation: OperationUse; readonly cost: Amounts },
): UsageV1 | null => {
  if (story.caller === null || story.model === null) return null;
  return {
    decisionId: story.decisionId,
    at: story.at,
    applicationId: story.caller.application.id,
    useCaseId: story.caller.useCase.id,
    organisationId: story.caller.organisation.id,
    poolId: placed.pool.id,
    deploymentId: placed.deployment.id,
    endpointId: placed.endpoint.id,
    modelId: story.model.model.id,
    labels: story.labels,
    quantities: { ...operation.amounts, ...cost, queueMicroSeconds: Math.round(story.overhead.queue * 1000) },
    estimated: operation.estimated,
    energyMethod: placed.deployment.energy.method,
    firstTokenMs: story.firstTokenMs === null ? null : ms(story.firstTokenMs),
    totalMs: ms(story.totalMs),
    simulated: placed.endpoint.simulated,
  };
};
