import type { Parts } from "./parts.ts";
import { BLOCK_TOKENS, DEPLOYMENT, endpointsNamed } from "./scene.ts";

const ENDPOINTS = 64;
/** What an idle engine says of itself. */
const IDLE = {
  engine: "vllm" as const,
  running: 0,
  waiting: 0,
  kvUse: 0,
  prefixHitRatio: null,
  blockSize: 16,
  blocks: 14_400,
  places: 256,
  adapters: [],
};
const WARM_UP = 20_000;
const DECISIONS = 100_000;
/** Prompt blocks of the median request of the trace. */
const BLOCKS = 14;

/**
 * Whole decisions at 64 endpoints in a second of one core's time: the view, the prompt's match with every endpoint's prefix index, filters,
 * scores, pick, and the account of dispatch, first byte and end.
 */
export function picksPerSecond(parts: Parts): number {
  let time = 0;
  const gauges = parts.createGaugeBoard();
  const fleet = parts.createFleet(parts.silentTelemetry, { clock: { monotonic: () => time }, gauges });
  const ids = Array.from({ length: ENDPOINTS }, (_, index) => `endpoint-${index}`);
  fleet.follow(endpointsNamed(ids));
  for (const id of ids) gauges.put(id, { at: 0, gauges: IDLE, dispatched: 0, finished: 0 });
  let turn = 0;
  const decide = (): void => {
    turn += 1;
    time += 0.02;
    const blocks = Array.from({ length: BLOCKS }, (_, index) => (index < 3 ? index : (turn % 4_000) * BLOCKS + index));
    const prompt = { sequences: 1, promptTokens: BLOCKS * BLOCK_TOKENS, blocks, maxOutputTokens: null };
    const request = fleet.asked(prompt, DEPLOYMENT);
    const result = parts.pickEndpoint(parts.predictedProfile, fleet.view([DEPLOYMENT]), request);
    if (!result.ok) throw new Error("every endpoint refused the request");
    const { endpointId } = result.endpoint;
    const stay = fleet.start(endpointId, 1, fleet.workOn(endpointId, request), blocks);
    fleet.firstByte(stay);
    fleet.finish(endpointId, 1, "good", stay, { outputTokens: 300, cachedShare: 0 });
  };
  for (let call = 0; call < WARM_UP; call += 1) decide();
  const before = process.cpuUsage();
  for (let call = 0; call < DECISIONS; call += 1) decide();
  const { user, system } = process.cpuUsage(before);
  return (DECISIONS * 1e6) / (user + system);
}
