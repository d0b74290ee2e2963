import type { EndpointLoad, EndpointView, PickRequest } from "./fleet-view.js";

/** Tokens that one engine step computes at most: vLLM's default chunk of a prompt on large GPUs. */
export const STEP_TOKEN_BUDGET = 8_192;

/** An endpoint of which nothing is known: idle, infinitely fast, so that only what is known tells endpoints apart. */
const IDLE: EndpointLoad = {
  pendingTokens: 0,
  inFlight: 0,
  reservedTokens: 0,
  decodingTokens: 0,
  kvTokens: null,
  step: { alphaSeconds: 0, betaSeconds: 0, prefillSecondsPerToken: 0 },
  tokenSeconds: 0,
};

export const loadOf = (endpoint: EndpointView): EndpointLoad => endpoint.load ?? IDLE;

/** Prompt tokens that the endpoint would have to compute; the last token is always computed. */
export const uncachedTokens = (endpoint: EndpointView, request: PickRequest): number => {
  const prompt = request.promptTokens ?? 0;
  const cached = request.cached?.tokensOn(endpoint.endpointId) ?? 0;
  return Math.max(Math.min(1, prompt), prompt - cached);
};

/**
 * Seconds until the first token if the request were sent now, memory aside: with `own` = uncached tokens pending there +
 * those of requests that go there before + those of the request, `own·prefill + ⌈own / 8192⌉·(alpha + beta·in flight)`. The engine takes prompts first come first
 * served in chunks of 8,192 tokens, each chunk a step that also decodes who runs.
 */
export const prefillSeconds = (endpoint: EndpointView, request: PickRequest): number => {
  const { pendingTokens, inFlight, step } = loadOf(endpoint);
  const ahead = request.ahead?.(endpoint.endpointId).promptTokens ?? 0;
  const own = pendingTokens + ahead + uncachedTokens(endpoint, request);
  const steps = Math.ceil(own / STEP_TOKEN_BUDGET);
  return own * step.prefillSecondsPerToken + steps * (step.alphaSeconds + step.betaSeconds * inFlight);
};

/** KV tokens that the request takes there to its end, in whole blocks where their size is known. */
export const neededTokens = ({ gauges }: EndpointView, request: PickRequest): number => {
  const tokens = (request.promptTokens ?? 0) + request.sequences * (request.outputTokens ?? 0);
  const block = gauges?.blockSize ?? 1;
  return Math.ceil(tokens / block) * block;
};

/**
 * Seconds the request would wait inside the engine for KV memory: the share of the memory that is missing × the time in
 * which running sequences turn it over, expected output × time between tokens. 0 while it fits, or when the memory is
 * unknown.
 */
export const memoryWaitSeconds = (endpoint: EndpointView, request: PickRequest): number => {
  const { kvTokens, reservedTokens, tokenSeconds } = loadOf(endpoint);
  if (kvTokens === null) return 0;
  const ahead = request.ahead?.(endpoint.endpointId).memoryTokens ?? 0;
  const missing = reservedTokens + ahead + neededTokens(endpoint, request) - kvTokens;
  return missing <= 0 ? 0 : (missing / kvTokens) * (request.outputTokens ?? 0) * tokenSeconds;
};

/** Seconds of others' waiting that a second of prompt work causes where memory is full. */
const FULL_BURDEN = 4;

/**
 * Seconds for which the request's prompt keeps others waiting there: `own·prefill·(4·use⁴ + again)`. `use` is the share of KV
 * memory that is promised: who decodes holds memory longer by the whole prompt, and who needs that memory waits; where much
 * is free nobody does, 0 when the memory is unknown. `again` is what will be computed again because this prompt's blocks
 * take the place of others in the cache.
 */
export const burdenSeconds = (endpoint: EndpointView, request: PickRequest): number => {
  const { kvTokens, reservedTokens, step } = loadOf(endpoint);
  const use = kvTokens === null ? 0 : Math.min(1, reservedTokens / kvTokens);
  const square = use * use;
  const burden = FULL_BURDEN * square * square + (request.writeCost ?? 0);
  return uncachedTokens(endpoint, request) * step.prefillSecondsPerToken * burden;
};
