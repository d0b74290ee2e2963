import type { LevelDecisionV1 } from "@socle/contracts";
import type { Assessment } from "../admission/admit.js";
import type { AnswerMeta, RateLimitState } from "../kernel/inference.port.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { RequestTrace } from "../kernel/telemetry.port.js";
import type { RequestStory } from "../metering/request-records.js";
import type { StageClock } from "../metering/stage-clock.js";
import type { Placement } from "../placement/placement.js";
import type { Admitted } from "./admitted.js";
import type { CutAttempts } from "./cut-attempts.js";
import type { EndpointRun } from "./endpoint-run.js";
import type { Ask } from "./operations/operation.js";
import type { InferenceRequest } from "./submit.port.js";

/** What has become of a request so far: each fact is written by one step of its life, and read here. */
export interface RequestFacts {
  readonly decisionId: string;
  readonly request: InferenceRequest;
  /** Wall time of arrival: decides the budget's period. */
  readonly at: number;
  readonly trace: RequestTrace;
  readonly stages: StageClock;
  readonly snapshot: CompiledSnapshot | null;
  readonly caller: Caller | null;
  readonly ask: Ask | null;
  readonly assessment: Assessment;
  /** What its ceilings said when it asked them. */
  readonly ceilings: { readonly levels: readonly LevelDecisionV1[]; readonly rateLimits: RateLimitState | null } | null;
  readonly admitted: Admitted | null;
  readonly placement: Placement | null;
  /** `null` while no server has it. */
  readonly run: EndpointRun | null;
  readonly cuts: CutAttempts;
}

/** For its records. */
export const storyOf = (facts: RequestFacts): RequestStory => {
  const { decisionId, at, snapshot, caller, ask, assessment, ceilings, placement, run, cuts, request, stages } = facts;
  const { sentAt = null, firstByteAt = null } = run?.times ?? {};
  return {
    decisionId,
    at,
    snapshot,
    caller,
    requestedModel: ask?.model ?? null,
    ...assessment,
    levels: ceilings?.levels ?? assessment.levels,
    stream: ask?.stream ?? false,
    endpoint: run?.explanation ?? cuts.lastExplanation,
    fairness: placement?.levels ?? [],
    cuts: cuts.count,
    overhead: stages.overhead(),
    firstByteMs: firstByteAt === null || sentAt === null ? null : firstByteAt - sentAt,
    firstTokenMs: firstByteAt === null ? null : firstByteAt - request.receivedAt,
    totalMs: stages.total(),
  };
};

/** For its answer's headers. */
export const metaOf = (facts: RequestFacts): AnswerMeta => {
  const { decisionId, request, snapshot, ceilings, admitted, placement, run, cuts, stages } = facts;
  const { poolId = "" } = run?.explanation ?? cuts.lastExplanation ?? {};
  const pool = snapshot?.pools.get(poolId) ?? null;
  return {
    requestId: request.requestId,
    decisionId,
    poolId: pool?.id ?? null,
    poolSlug: pool?.slug ?? null,
    queue: placement?.standing ?? null,
    overhead: stages.overhead(),
    rateLimits: ceilings?.rateLimits ?? null,
    sunset: admitted?.candidate.model.model.sunset ?? null,
    notices: admitted?.candidate.notices ?? [],
  };
};
