import type { AnswerHead, AnswerMeta } from "../../kernel/inference.port.js";
import { answerHeaders } from "./answer-headers.js";

/** Headers of an answer that a model server gave. */
export const beginHeaders = (head: AnswerHead, meta: AnswerMeta): Record<string, string | number> => {
  const headers: Record<string, string | number> = answerHeaders(meta);
  headers["content-type"] = head.contentType === "" ? "application/json" : head.contentType;
  if (head.stream) {
    headers["cache-control"] = "no-cache";
    headers["x-accel-buffering"] = "no";
  }
  if (head.contentLength !== null) headers["content-length"] = head.contentLength;
  return headers;
};
