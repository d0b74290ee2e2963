import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Operation } from "../../request/operations/operation.js";
import type { InferenceRequest } from "../../request/submit.port.js";

const SANE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** A reference of a register of decisions: no spaces, so that nobody writes a name or a sentence in it. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/;

const NO_BODY = Buffer.alloc(0);

const single = (value: string | string[] | undefined): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join(",") : value;

/** The caller's own id when it is a sane one. */
export const requestIdOf = (given: string | null): string =>
  given !== null && SANE_ID.test(given) ? given : randomUUID();

/** The reference of a decision when it is one. */
export const decisionRefOf = (given: string | null): string | null =>
  given !== null && REFERENCE.test(given) ? given : null;

/** What the headers of a request say, with a body that is not read yet. */
export const requestContext = (
  request: IncomingMessage,
  receivedAt: number,
  operation: Operation | null = null,
): InferenceRequest => {
  return {
    requestId: requestIdOf(single(request.headers["x-request-id"])),
    authorization: request.headers.authorization ?? null,
    labels: single(request.headers["x-socle-labels"]),
    decisionRef: decisionRefOf(single(request.headers["x-decision-ref"])),
    traceparent: single(request.headers["traceparent"]),
    operation,
    contentType: request.headers["content-type"] ?? "",
    body: NO_BODY,
    receivedAt,
  };
};
