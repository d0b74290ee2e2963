import { describe, expect, it } from "vitest";
import { isAbort, sessionFault } from "./session-fault.js";

describe("sessionFault", () => {
  it.each<[string, unknown, number]>([
    ["status 429", { code: 429, body: "secret", headers: { "retry-after": "3" } }, 3],
    ["status 401", Object.assign(new Error("Unauthorized"), { statusCode: 401 }), 0],
    ["ECONNREFUSED", new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }), 0],
    ["TimeoutError", new DOMException("late", "TimeoutError"), 0],
    ["ENOENT", Object.assign(new Error("no such file"), { code: "ENOENT" }), 0],
    ["unknown", "text", 0],
    ["unknown", null, 0],
    ["status 503", { code: 503, headers: { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" } }, 0],
  ])("says %s", (reason, error, retryAfterSeconds) => {
    expect(sessionFault(error)).toEqual({ reason, retryAfterSeconds });
  });

  it("knows the library's own stops", () => {
    expect(isAbort(new DOMException("stopped", "AbortError"))).toBe(true);
    expect(isAbort(new DOMException("late", "TimeoutError"))).toBe(false);
  });
});
