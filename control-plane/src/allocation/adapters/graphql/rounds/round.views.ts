import type { Obstacle } from "../../../domain/round-program/instance.js";
import type { QuarterExplanation, Unlock } from "../../../domain/round-program/explain.js";
import type { Satisfaction } from "../../../domain/round-program/satisfaction.js";
import type { Round } from "../../../domain/rounds/round.js";
import type { RoundJob } from "../../../domain/rounds/round-job.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import type { JobResult } from "../../../use-cases/round-jobs/record-answer.use-case.js";
import type {
  RoundExplanationType,
  RoundJobAnswerType,
  RoundJobType,
  RoundLineType,
  RoundOpinionType,
  RoundType,
} from "./round.types.js";

export function roundView({ proposal, decision, review, openedBy, ...round }: Round): RoundType {
  return {
    ...round,
    openedById: openedBy,
    proposedById: proposal?.by ?? null,
    proposedAt: proposal?.at ?? null,
    decidedById: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
    decisionReason: decision?.reason ?? null,
    reviewedById: review?.by ?? null,
    review: review?.text ?? null,
  };
}

/** @param quarters of the round, in order */
export function lineView(line: RoundLine, quarters: readonly string[]): RoundLineType {
  const { asks, placements, explanations, amended, ...rest } = line;
  const at = (index: number): string => quarters[index] ?? "";
  return {
    ...rest,
    asks: asks.flatMap((ask, index) => (ask === null ? [] : [{ quarter: at(index), ...ask }])),
    placements: (placements ?? []).flatMap((placed, index) => placed.map((each) => ({ quarter: at(index), ...each }))),
    explanations: (explanations ?? []).flatMap((each) => (each === null ? [] : [explanationView(each)])),
    amendedReason: amended?.reason ?? null,
  };
}

function explanationView({ holders, unlock, ...rest }: QuarterExplanation): RoundExplanationType {
  return {
    ...rest,
    holders: {
      moreUrgent: holders.more_urgent,
      sameClassOtherMinistry: holders.same_class_other_ministry,
      sameClassSameMinistry: holders.same_class_same_ministry,
      lessUrgent: holders.less_urgent,
    },
    unlock: unlockView(unlock),
  };
}

function unlockView(unlock: Unlock): RoundExplanationType["unlock"] {
  const nothing = { gpus: null, poolIds: [], closed: [] };
  if (unlock.kind === "gpus") return { ...nothing, ...unlock };
  if (unlock.kind === "nothing") return { ...nothing, kind: "nothing" };
  const closed = unlock.pools.map(({ poolId, obstacles }) => ({ poolId, obstacles: obstacles.map(obstacleText) }));
  return { ...nothing, kind: "opening", closed };
}

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "gpu_class":
      return `gpu_class: ${obstacle.gpuClass}`;
    case "labels":
      return `labels: ${obstacle.missing.join(", ")}`;
    case "reserved":
      return `reserved: ${obstacle.nodeId}`;
  }
}

export const opinionView = ({ by, ...opinion }: RoundOpinion): RoundOpinionType => ({ ...opinion, byId: by });

export function jobView(job: RoundJob): RoundJobType {
  const { id, roundId, kind, state, progress, failure, createdAt, finishedAt } = job;
  const answer = job.result === null ? null : answerView(job.result as JobResult);
  return { id, roundId, kind, state, progress, failure, createdAt, finishedAt, answer };
}

const answerView = ({ satisfaction, greedy, ...rest }: JobResult): RoundJobAnswerType => ({
  ...rest,
  satisfaction: satisfaction === null ? null : satisfactionView(satisfaction),
  greedy: greedy === null ? null : satisfactionView(greedy),
});

const satisfactionView = ({ weighted, byClass, least }: Satisfaction) => ({
  weighted,
  classes: byClass.map((account, index) => ({ ...account, leastMinistry: least[index]?.fraction ?? 1 })),
});
