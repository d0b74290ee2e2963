import fc from "fast-check";
import { expect, it } from "vitest";
import { createStepLearning } from "./step-learning.js";

const PROFILE = { alphaSeconds: 0.0136, betaSeconds: 0.00003, prefillSecondsPerToken: 0.00004 };

it("starts at the profile and follows an endpoint that is half as fast", () => {
  const learning = createStepLearning(PROFILE);
  expect(learning.coefficients()).toEqual(PROFILE);
  for (let turn = 0; turn < 2_000; turn += 1) {
    const ownTokens = 200 + ((turn * 7_919) % 30_000);
    const seconds =
      Math.ceil(ownTokens / 8_192) * 2 * PROFILE.alphaSeconds + 2 * PROFILE.prefillSecondsPerToken * ownTokens;
    learning.observe({ ownTokens, inFlight: 0, seconds });
  }
  const learned = learning.coefficients();
  expect(learned.prefillSecondsPerToken / PROFILE.prefillSecondsPerToken).toBeCloseTo(2, 1);
  expect(learned.alphaSeconds / PROFILE.alphaSeconds).toBeCloseTo(2, 0);
});

it("stays within a quarter and four times of the profile, whatever it sees", () => {
  const observation = fc.record({
    ownTokens: fc.nat({ max: 200_000 }),
    inFlight: fc.nat({ max: 300 }),
    seconds: fc.double({ min: 0, max: 1e6 }),
  });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 60 }), (observations) => {
      const learning = createStepLearning(PROFILE);
      for (const seen of observations) learning.observe(seen);
      const learned = learning.coefficients();
      for (const name of ["alphaSeconds", "betaSeconds", "prefillSecondsPerToken"] as const) {
        expect(learned[name] / PROFILE[name]).toBeGreaterThanOrEqual(0.2499);
        expect(learned[name] / PROFILE[name]).toBeLessThanOrEqual(4.0001);
      }
    }),
    { numRuns: 1_000 },
  );
});
