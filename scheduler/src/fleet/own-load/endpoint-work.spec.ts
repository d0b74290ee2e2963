import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EndpointWork, NO_WORK } from "./endpoint-work.js";
import type { Stay } from "./endpoint-work.js";

const PROFILE = { alphaSeconds: 0.01, betaSeconds: 0, prefillSecondsPerToken: 0.0001 };
const work = (uncachedTokens: number, over = {}) => ({
  ...NO_WORK,
  promptTokens: uncachedTokens,
  uncachedTokens,
  memoryTokens: uncachedTokens + 100,
  ...over,
});
const account = () => new EndpointWork(PROFILE, 1);
const gauges = (over = {}) => ({
  at: 0,
  engine: "vllm",
  running: 0,
  waiting: 0,
  kvUse: 0,
  prefixHitRatio: null,
  kvTokens: 10_000,
  blockSize: 16,
  adapters: [],
  ...over,
});

describe("the account of an endpoint", () => {
  it("holds the prompt until its first token, the memory until its end", () => {
    const endpoint = account();
    const stay = endpoint.begin(work(1_000), 0);
    expect(endpoint.load(undefined, 0)).toMatchObject({ pendingTokens: 1_000, inFlight: 1, reservedTokens: 1_100 });
    endpoint.firstToken(stay, 100);
    expect(endpoint.load(undefined, 100)).toMatchObject({ pendingTokens: 0, decodingTokens: 1_000, inFlight: 1 });
    endpoint.end(stay, 1_000, 10);
    expect(endpoint.load(undefined, 1_000)).toMatchObject({ inFlight: 0, reservedTokens: 0, decodingTokens: 0 });
  });

  it("takes a prompt under way for computed as far as its time went, a silent one to its end", () => {
    const endpoint = account();
    endpoint.begin(work(8_192), 0);
    const step = 10 + 819.2;
    expect(endpoint.load(undefined, step / 2).pendingTokens).toBeCloseTo(4_096, 3);
    expect(endpoint.load(undefined, 10 * step).pendingTokens).toBeCloseTo(819.2, 3);
    const quiet = account();
    quiet.begin(work(8_192, { silent: true }), 0);
    expect(quiet.load(undefined, step + 1)).toMatchObject({ pendingTokens: 0, decodingTokens: 8_192 });
  });

  it("is empty again whatever the order of events", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ tokens: fc.nat({ max: 9_000 }), silent: fc.boolean(), first: fc.boolean(), at: fc.nat(500) }),
          { maxLength: 20 },
        ),
        (requests) => {
          const endpoint = account();
          let now = 0;
          const stays: Stay[] = requests.map(({ tokens, silent, at }) => {
            now += at;
            return endpoint.begin(work(tokens, { silent }), now);
          });
          stays.forEach((stay, index) => {
            now += 50;
            if (requests[index]?.first === true) endpoint.firstToken(stay, now);
            const { pendingTokens, reservedTokens } = endpoint.load(undefined, now);
            expect(pendingTokens).toBeGreaterThanOrEqual(0);
            expect(reservedTokens).toBeGreaterThan(0);
            endpoint.end(stay, now, 5);
            endpoint.end(stay, now, 5);
          });
          const left = { pendingTokens: 0, inFlight: 0, reservedTokens: 0, decodingTokens: 0 };
          expect(endpoint.load(undefined, now)).toMatchObject(left);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("gauges beside the account", () => {
  it("add what other callers have there, the less the older they are, and never take away", () => {
    const endpoint = account();
    endpoint.begin(work(100), 0);
    const busy = gauges({ running: 4, waiting: 2, kvUse: 0.5 });
    expect(endpoint.load(busy, 0)).toMatchObject({ inFlight: 6, reservedTokens: 5_000, kvTokens: 10_000 });
    expect(endpoint.load(busy, 5_000)).toMatchObject({ inFlight: 3.5 });
    expect(endpoint.load(busy, 60_000)).toMatchObject({ inFlight: 1, reservedTokens: 200 });
    expect(endpoint.load(gauges({ at: 1 }), 1)).toMatchObject({ inFlight: 1, reservedTokens: 200 });
  });
});
