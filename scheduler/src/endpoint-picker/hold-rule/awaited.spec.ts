import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Awaited } from "./awaited.js";
import type { Claim } from "./awaited.js";

const work = (promptTokens: number, memoryTokens = 2 * promptTokens) => ({ promptTokens, memoryTokens });

describe("what is awaited", () => {
  it("is all that waits for an endpoint to a newcomer, and what came before to who waits there", () => {
    const awaited = new Awaited();
    const [first, second] = [awaited.claim("app", "a", work(100)), awaited.claim("app", "a", work(20))];
    expect(awaited.aheadOf("app", null, "a")).toEqual(work(120));
    expect(awaited.aheadOf("app", second, "a")).toEqual(work(100));
    expect(awaited.aheadOf("app", first, "a")).toEqual(work(0));
    awaited.release(first);
    expect(awaited.aheadOf("app", second, "a")).toEqual(work(0));
    expect(awaited.aheadOf("app", null, "a")).toEqual(work(20));
  });

  it("is another endpoint's or another application's no matter", () => {
    const awaited = new Awaited();
    const claim = awaited.claim("app", "a", work(100));
    expect([awaited.aheadOf("app", null, "b"), awaited.aheadOf("other", null, "a")]).toEqual([work(0), work(0)]);
    expect(awaited.aheadOf("app", awaited.claim("app", "b", work(1)), "a")).toEqual(claim.work);
  });

  it("is never negative, never more than what waits, and nothing once all have left, in whatever order", () => {
    const step = fc.record({ endpoint: fc.constantFrom("a", "b"), tokens: fc.nat({ max: 1_000 }), leaves: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const awaited = new Awaited();
        const there: Claim[] = [];
        const check = (): void => {
          for (const endpoint of ["a", "b"]) {
            const all = there.filter(({ endpointId }) => endpointId === endpoint);
            const waiting = all.reduce((sum, claim) => sum + claim.work.promptTokens, 0);
            expect(awaited.aheadOf("app", null, endpoint)).toEqual(work(waiting));
            for (const claim of all) {
              const ahead = awaited.aheadOf("app", claim, endpoint).promptTokens;
              expect(ahead).toBeGreaterThanOrEqual(0);
              expect(ahead).toBeLessThanOrEqual(waiting);
            }
          }
        };
        for (const { endpoint, tokens, leaves } of steps) {
          there.push(awaited.claim("app", endpoint, work(tokens)));
          if (leaves % 2 === 0) for (const gone of there.splice(leaves % there.length, 1)) awaited.release(gone);
          check();
        }
        for (const claim of there.splice(0)) awaited.release(claim);
        check();
      }),
    );
  });
});
