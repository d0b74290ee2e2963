import type { ModelSunsetV1 } from "@socle/contracts";
import type { AnswerMeta } from "../../kernel/inference.port.js";
import { rateLimitHeaders } from "./rate-limit-headers.js";

/** Socle's own milliseconds, the sum first, then by stage. */
const overhead = (spent: AnswerMeta["overhead"]): string => {
  const stages = Object.entries(spent);
  const total = stages.reduce((sum, [, value]) => sum + value, 0);
  return [total.toFixed(2), ...stages.map(([name, value]) => `${name}=${value.toFixed(2)}`)].join("; ");
};

/**
 * Since when a model's end is announced, when it comes, and what to call instead.
 * Sources: RFC 9745 (Deprecation, a structured date), RFC 8594 (Sunset, an HTTP date).
 */
const sunsetHeaders = (sunset: ModelSunsetV1 | null): Record<string, string> =>
  sunset === null
    ? {}
    : {
        deprecation: `@${Math.floor(sunset.announcedAt / 1000)}`,
        sunset: new Date(sunset.endsAt).toUTCString(),
        ...(sunset.replacement === null ? {} : { "x-socle-replacement-model": sunset.replacement }),
      };

/** Headers that every answer of the inference API carries. */
export const answerHeaders = (meta: AnswerMeta): Record<string, string> => ({
  "x-request-id": meta.requestId,
  "x-socle-decision": meta.decisionId,
  // A header takes visible ASCII only; a slug is nothing else unless the registry is wrong.
  "x-socle-pool": meta.poolSlug?.replace(/[^!-~]/g, "?") ?? "none",
  "x-socle-overhead-ms": overhead(meta.overhead),
  ...rateLimitHeaders(meta.rateLimits),
  ...sunsetHeaders(meta.sunset ?? null),
  ...((meta.notices ?? []).length === 0 ? {} : { "x-socle-notices": (meta.notices ?? []).join(", ") }),
  ...(meta.queue === null
    ? {}
    : {
        "x-socle-queue-position": String(meta.queue.position),
        "x-socle-predicted-wait-ms": meta.queue.predictedWaitMs.toFixed(0),
      }),
});
