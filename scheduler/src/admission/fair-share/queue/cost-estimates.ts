import type { Amounts, DeploymentV1, NodeId } from "@socle/contracts";
import { probableTokens } from "../../../cost/prompt-tokens.js";
import { AnswerLengths } from "../estimates/answer-lengths.js";
import { requestCost } from "./request-cost.js";

/** Tokens of an answer while nothing is known of any on the deployment. */
const FIRST_GUESS = 256;

/** What is known of a request before it runs. */
export interface RequestSize {
  readonly bodyBytes: number;
  /** Upper bounds of input and of all answers together. */
  readonly bounds: Amounts;
  readonly sequences: number;
}

/**
 * GPU-seconds a request will probably cost: its text as input, and as output what the application was answered before,
 * leaning on all applications of the deployment while it has few answers of its own there. Estimates only order requests;
 * what they are wrong by is corrected, ceilings never see them.
 */
export interface CostEstimates {
  estimate(leafId: NodeId, deployment: DeploymentV1, size: RequestSize): number;
  /**
   * The same of a request that has brought `outputTokens` so far, as answers go that became so long: whoever has many long
   * answers running is charged for them before they end.
   */
  revise(leafId: NodeId, deployment: DeploymentV1, size: RequestSize, outputTokens: number): number;
  /** An answer ended with so many output tokens in one sequence. */
  learn(leafId: NodeId, deploymentId: string, outputTokens: number): void;
}

export const createCostEstimates = (): CostEstimates => {
  const lengths = new AnswerLengths();
  const cost = (deployment: DeploymentV1, { bodyBytes, bounds, sequences }: RequestSize, output: number): number => {
    const { inputTokens = Infinity, outputTokens = Infinity } = bounds;
    const input = Math.min(inputTokens, probableTokens(bodyBytes));
    const tokens = { input, output: Math.min(outputTokens, output * sequences) };
    return requestCost(deployment.profile, tokens, deployment.gpusPerReplica);
  };
  return {
    estimate: (leafId, deployment, size) => cost(deployment, size, lengths.mean(leafId, deployment.id, FIRST_GUESS)),
    revise(leafId, deployment, size, outputTokens) {
      const soFar = outputTokens / Math.max(1, size.sequences);
      return cost(deployment, size, lengths.meanBeyond(leafId, deployment.id, soFar, FIRST_GUESS));
    },
    learn: (leafId, deploymentId, outputTokens) => lengths.learn(leafId, deploymentId, outputTokens),
  };
};
