import type { Amounts, DeploymentV1, NodeId } from "@socle/contracts";
import { probableTokens } from "../../../cost/prompt-tokens.js";
import { stepSeconds } from "../../../cost/service-cost.js";
import { AnswerLengths } from "../estimates/answer-lengths.js";
import { requestCost } from "./request-cost.js";

/** Tokens of an answer while nothing is known of any on the deployment. */
const FIRST_GUESS = 256;

/** Service that a running request is charged for before it has it: about what it takes to start and end another. */
const AHEAD_SECONDS = 1.25;

/** What is known of a request before it runs. */
export interface RequestSize {
  readonly bodyBytes: number;
  /** Upper bounds of input and of all answers together. */
  readonly bounds: Amounts;
  readonly sequences: number;
}

/** What requests cost, in GPU-seconds, as far as can be told. It only orders requests; ceilings never see it. */
export interface CostEstimates {
  /**
   * What a request will probably cost: its text as input, and as output what the application was answered before, leaning
   * on all applications of the deployment while it has few answers of its own there. What lines expect, not what is charged.
   */
  estimate(leafId: NodeId, deployment: DeploymentV1, size: RequestSize): number;
  /**
   * What one that has brought `outputTokens` is charged: its input, these tokens and those of the seconds ahead, within
   * its bounds. Nothing depends on how long it may still become.
   */
  rendered(deployment: DeploymentV1, size: RequestSize, outputTokens: number): number;
  /** An answer ended with so many output tokens in one sequence. */
  learn(leafId: NodeId, deploymentId: string, outputTokens: number): void;
}

export const createCostEstimates = (): CostEstimates => {
  const lengths = new AnswerLengths();
  const cost = (deployment: DeploymentV1, { bodyBytes, bounds }: RequestSize, output: number): number => {
    const { inputTokens = Infinity, outputTokens = Infinity } = bounds;
    const input = Math.min(inputTokens, probableTokens(bodyBytes));
    const tokens = { input, output: Math.min(outputTokens, output) };
    return requestCost(deployment.profile, tokens, deployment.gpusPerReplica);
  };
  return {
    estimate: (leafId, deployment, size) =>
      cost(deployment, size, size.sequences * lengths.mean(leafId, deployment.id, FIRST_GUESS)),
    rendered: (deployment, size, outputTokens) =>
      cost(deployment, size, outputTokens + (size.sequences * AHEAD_SECONDS) / stepSeconds(deployment.profile)),
    learn: (leafId, deploymentId, outputTokens) => lengths.learn(leafId, deploymentId, outputTokens),
  };
};
