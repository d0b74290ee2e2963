import { expect, it } from "vitest";
import { rateLimitHeaders, resetTime } from "./rate-limit-headers.js";

it.each([
  [0, "0ms"],
  [19.2, "20ms"],
  [1_000, "1s"],
  [59_001, "60s"],
  [360_000, "6m0s"],
  [86_399_000, "23h59m59s"],
])("writes %d ms as OpenAI does: %s", (milliseconds, text) => {
  expect(resetTime(milliseconds)).toBe(text);
});

it("names only the windows that there are", () => {
  expect(rateLimitHeaders(null)).toEqual({});
  expect(rateLimitHeaders({ requests: { limit: 20, remaining: 19, resetMs: 360_000 }, tokens: null })).toEqual({
    "x-ratelimit-limit-requests": "20",
    "x-ratelimit-remaining-requests": "19",
    "x-ratelimit-reset-requests": "6m0s",
  });
});
