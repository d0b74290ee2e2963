import { nanosecondsPerCall } from "../micro/measure.ts";
import type { Parts } from "./parts.ts";
import { BLOCK_TOKENS, DEPLOYMENT, endpointsNamed } from "./scene.ts";

const ENDPOINTS = 64;
/** Prompt blocks of the median request of the trace. */
const BLOCKS = 14;

/**
 * Whole decisions at 64 endpoints on one core: the view, the prompt's match with every endpoint's prefix index, filters,
 * scores, pick, and the account of dispatch, first byte and end.
 */
export function picksPerSecond(parts: Parts): number {
  let time = 0;
  const fleet = parts.createFleet(parts.silentTelemetry, { clock: { monotonic: () => (time += 0.01) } });
  fleet.follow(endpointsNamed(Array.from({ length: ENDPOINTS }, (_, index) => `endpoint-${index}`)));
  let turn = 0;
  const nanoseconds = nanosecondsPerCall(() => {
    turn += 1;
    const blocks = Array.from({ length: BLOCKS }, (_, index) => (index < 3 ? index : (turn % 4_000) * BLOCKS + index));
    const prompt = { sequences: 1, promptTokens: BLOCKS * BLOCK_TOKENS, blocks, maxOutputTokens: null };
    const request = fleet.asked(prompt, DEPLOYMENT);
    const result = parts.pickEndpoint(parts.predictedProfile, fleet.view([DEPLOYMENT]), request);
    if (!result.ok) throw new Error("every endpoint refused the request");
    const { endpointId } = result.endpoint;
    const stay = fleet.start(endpointId, 1, fleet.workOn(endpointId, request), blocks);
    fleet.firstByte(endpointId, stay);
    fleet.finish(endpointId, 1, "good", stay, 300);
    return result;
  });
  return 1e9 / nanoseconds;
}
