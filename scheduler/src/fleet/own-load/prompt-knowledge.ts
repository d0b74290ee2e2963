import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { EndpointView, PickRequest } from "../../endpoint-picker/fleet-view.js";
import { memoryWaitSeconds, neededTokens, uncachedTokens } from "../../endpoint-picker/predict.js";
import { createPrefixIndex } from "../../endpoint-picker/prefix-index/prefix-index.js";
import type { Work } from "./endpoint-work.js";

/** Tokens of a block of the prefix index: coarse, so that a long prompt costs few look-ups. */
export const PREFIX_BLOCK_TOKENS = 512;
/** Blocks remembered of an endpoint whose memory is unknown, and at most of any: 2 million tokens. */
const USUAL_BLOCKS = 1_000;
const MOST_BLOCKS = 4_000;
/** Output expected of a deployment that has answered nothing yet. */
const FIRST_OUTPUT_TOKENS = 256;
const NEWEST = 0.02;
/** Blocks by which a cache is taken to be larger for each block that it held beyond what was expected. */
const SIZE_GAIN = 16;

/** What is known of a request before it is sent. */
export interface Prompt {
  readonly sequences: number;
  readonly promptTokens: number;
  /** Chained, salted hashes of its leading blocks of 512 tokens. */
  readonly blocks: readonly number[];
  /** The caller's own limit on output tokens; `null` without one. */
  readonly maxOutputTokens: number | null;
  readonly adapter?: string;
}

/** What an engine said of an answer. */
export interface Answer {
  /** Of one sequence. */
  readonly outputTokens: number;
  /** Share of the prompt's tokens that it found in its cache; 0 from an engine that does not say. */
  readonly cachedShare: number;
}

/** What was sent where, and how long answers are: what predictions need of the past. */
export interface PromptKnowledge {
  asked(prompt: Prompt, deploymentId: DeploymentId): PickRequest;
  workOn(endpoint: EndpointView, request: PickRequest): Work;
  sent(endpointId: EndpointId, blocks: readonly number[], kvTokens: number | null): void;
  answered(deploymentId: DeploymentId, outputTokens: number): void;
  /** The engine found that share of the prompt in its cache, of what it was sent as `work`. */
  found(endpointId: EndpointId, work: Pick<Work, "promptTokens" | "uncachedTokens">, cachedShare: number): void;
  forget(endpointId: EndpointId): void;
  /** Forgets endpoints and deployments that are gone. */
  keepOnly(endpoints: { has(id: EndpointId): boolean }, deployments: { has(id: DeploymentId): boolean }): void;
}

/**
 * An engine's gauge says how much memory it computes in; a larger or offloaded cache shows only by what is found there.
 * So the size is the gauge and, beyond it, blocks found that the index had forgotten less blocks missed that it had not:
 * never less than the gauge, and more only by evidence that outweighs all to the contrary.
 */
export const createPromptKnowledge = (): PromptKnowledge => {
  const index = createPrefixIndex(PREFIX_BLOCK_TOKENS);
  const known = new Set<EndpointId>();
  const outputs = new Map<DeploymentId, number>();
  /** Blocks found less blocks missed. */
  const beyond = new Map<EndpointId, number>();

  const forget = (endpointId: EndpointId): void => {
    known.delete(endpointId);
    beyond.delete(endpointId);
    index.forget(endpointId);
  };

  return {
    asked({ sequences, promptTokens, blocks, maxOutputTokens, adapter }, deploymentId) {
      const expected = outputs.get(deploymentId) ?? FIRST_OUTPUT_TOKENS;
      return {
        sequences,
        excluded: [],
        promptTokens,
        outputTokens: Math.min(expected, maxOutputTokens ?? Infinity),
        blocks,
        cached: index.match(blocks),
        writeCost: index.writeCost(),
        ...(adapter === undefined ? {} : { adapter }),
      };
    },
    workOn: (endpoint, request) => ({
      sequences: request.sequences,
      promptTokens: request.promptTokens ?? 0,
      uncachedTokens: uncachedTokens(endpoint, request),
      memoryTokens: neededTokens(endpoint, request),
      waitsForMemory: memoryWaitSeconds(endpoint, request) > 0,
    }),
    sent(endpointId, blocks, kvTokens) {
      if (blocks.length === 0) return;
      known.add(endpointId);
      const capacity = kvTokens === null ? USUAL_BLOCKS : Math.max(1, Math.floor(kvTokens / PREFIX_BLOCK_TOKENS));
      index.write(endpointId, blocks, Math.min(MOST_BLOCKS, capacity + Math.max(0, beyond.get(endpointId) ?? 0)));
    },
    found(endpointId, { promptTokens, uncachedTokens: expected }, cachedShare) {
      if (!known.has(endpointId)) return;
      const surprise = Math.round((expected - promptTokens * (1 - cachedShare)) / PREFIX_BLOCK_TOKENS);
      const tally = (beyond.get(endpointId) ?? 0) + SIZE_GAIN * surprise;
      beyond.set(endpointId, Math.max(-MOST_BLOCKS, Math.min(MOST_BLOCKS, tally)));
    },
    answered(deploymentId, outputTokens) {
      const before = outputs.get(deploymentId) ?? FIRST_OUTPUT_TOKENS;
      outputs.set(deploymentId, before + NEWEST * (outputTokens - before));
    },
    forget,
    keepOnly(endpoints, deployments) {
      for (const id of known) if (!endpoints.has(id)) forget(id);
      for (const id of outputs.keys()) if (!deployments.has(id)) outputs.delete(id);
    },
  };
};
