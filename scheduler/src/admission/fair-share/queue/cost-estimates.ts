import type { DeploymentV1, NodeId } from "@socle/contracts";
import { requestCost } from "./request-cost.js";

/** Tokens of an answer while nothing is known of any on the deployment. */
const FIRST_GUESS = 256;
/**
 * Answers that an average reaches back over. Long enough that the last answers before a silence, which are the long ones
 * because they end last, do not stand for all.
 */
const REMEMBERED_ANSWERS = 200;
const MOST_REMEMBERED = 10_000;
/** Bytes of text that one token stands for. */
const BYTES_PER_TOKEN = 4;

/** What is known of a request before it runs. */
export interface RequestSize {
  readonly bodyBytes: number;
  /** Upper bounds of input and of all answers together. */
  readonly bounds: { readonly input: number; readonly output: number };
  readonly sequences: number;
}

/**
 * GPU-seconds a request will probably cost: its text as input, and as output the moving average of what the application
 * was answered before, or all applications on the deployment while it is new there. Estimates only order requests; what they are wrong by is corrected, ceilings never see them.
 */
export interface CostEstimates {
  estimate(leafId: NodeId, deployment: DeploymentV1, size: RequestSize): number;
  /** An answer ended with so many output tokens in one sequence. */
  learn(leafId: NodeId, deploymentId: string, outputTokens: number): void;
}

export const createCostEstimates = (): CostEstimates => {
  const averages = new Map<string, { tokens: number; answers: number }>();
  const nameOf = (leafId: NodeId, deploymentId: string): string => `${leafId} ${deploymentId}`;
  const remember = (name: string, outputTokens: number): void => {
    const known = averages.get(name);
    if (known === undefined) {
      if (averages.size >= MOST_REMEMBERED) averages.clear();
      averages.set(name, { tokens: outputTokens, answers: 1 });
      return;
    }
    known.answers = Math.min(REMEMBERED_ANSWERS, known.answers + 1);
    known.tokens += (outputTokens - known.tokens) / known.answers;
  };
  return {
    estimate(leafId, deployment, { bodyBytes, bounds, sequences }) {
      const input = Math.min(bounds.input, bodyBytes / BYTES_PER_TOKEN);
      const known = averages.get(nameOf(leafId, deployment.id)) ?? averages.get(deployment.id);
      const output = Math.min(bounds.output, (known?.tokens ?? FIRST_GUESS) * sequences);
      return requestCost(deployment.profile, { input, output }, deployment.gpusPerReplica);
    },
    learn(leafId, deploymentId, outputTokens) {
      remember(nameOf(leafId, deploymentId), outputTokens);
      remember(deploymentId, outputTokens);
    },
  };
};
