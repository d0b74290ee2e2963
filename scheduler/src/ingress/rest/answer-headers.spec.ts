import { describe, expect, it } from "vitest";
import type { AnswerMeta } from "../../kernel/inference.port.js";
import { answerHeaders } from "./answer-headers.js";

const meta: AnswerMeta = {
  requestId: "request",
  decisionId: "decision",
  poolId: null,
  poolSlug: null,
  queue: null,
  overhead: { ingress: 0, identify: 0, admit: 0, queue: 0, pick: 0 },
};
const sunset = { announcedAt: Date.UTC(2026, 8, 1), endsAt: Date.UTC(2026, 11, 31), replacement: "mistral-large" };

describe("headers of an answer", () => {
  it("say since when a model's end is announced, when it comes and what to call instead", () => {
    expect(answerHeaders({ ...meta, sunset })).toMatchObject({
      deprecation: "@1788220800",
      sunset: "Thu, 31 Dec 2026 00:00:00 GMT",
      "x-socle-replacement-model": "mistral-large",
    });
  });
  it("say nothing of it for models that stay, and name no replacement where there is none", () => {
    expect(Object.keys(answerHeaders(meta))).not.toContain("sunset");
    expect(Object.keys(answerHeaders({ ...meta, sunset: { ...sunset, replacement: null } }))).not.toContain(
      "x-socle-replacement-model",
    );
  });
});
