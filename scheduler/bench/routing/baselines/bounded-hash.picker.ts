import type { EndpointId } from "@socle/contracts";
import type { EndpointPicker, ScoredEndpoint } from "../../../src/endpoint-picker/picker.port.js";

/** Leading blocks that make the key; the first alone is often shared by everybody. */
const KEY_BLOCKS = 2;

/** A 32-bit mix of text: FNV-1a, then murmur3's finaliser so that close keys land far apart. */
const mixed = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/**
 * Rendezvous form of consistent hashing on the prompt's first two blocks, with bounded load (Mirrokni et al. 2016): the
 * highest-ranked endpoint for the key whose sequences in flight stay within `bound` × the mean, the request included.
 * Without a key the endpoints are ranked by `random`.
 */
export const createBoundedHashPicker = (bound: number, random: () => number): EndpointPicker => {
  const rank = (key: string, endpointId: EndpointId): number => mixed(`${key}/${endpointId}`);
  const highest = (key: string, from: readonly ScoredEndpoint[]): ScoredEndpoint =>
    from.reduce((best, next) =>
      rank(key, next.endpoint.endpointId) > rank(key, best.endpoint.endpointId) ? next : best,
    );
  return {
    name: "bounded-hash",
    pick(candidates, { blocks, sequences }) {
      const score = Math.max(...candidates.map((candidate) => candidate.score));
      const best = candidates.filter((candidate) => candidate.score === score);
      const key = (blocks ?? []).slice(0, KEY_BLOCKS).join(",") || String(random());
      const running = best.reduce((sum, { endpoint }) => sum + endpoint.running, 0);
      const most = Math.ceil((bound * (running + sequences)) / best.length);
      const open = best.filter(({ endpoint }) => endpoint.running + sequences <= most);
      return highest(key, open.length > 0 ? open : best);
    },
  };
};
