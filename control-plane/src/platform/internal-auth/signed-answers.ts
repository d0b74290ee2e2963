import { createHash, sign, type KeyObject } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { answerText, INTERNAL_SIGNATURE_HEADER } from "@socle/contracts";
import type { NextFunction, Request, Response } from "express";

const NO_BODY = createHash("sha256").digest("base64url");
const digests = new WeakMap<IncomingMessage, string>();

/** For a body parser's `verify`: remembers what the bytes were, before they are parsed. */
export function keepDigest(request: IncomingMessage, _response: unknown, body: Uint8Array): void {
  digests.set(request, digestOf(body));
}

/** SHA-256 of the request's body, base64url. */
export const bodyDigest = (request: IncomingMessage): string => digests.get(request) ?? NO_BODY;

const digestOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("base64url");

/**
 * Signs each answer to a replica, refusals too, together with the call that it answers: a replica that is led to another
 * control plane, or shown an answer of before, does not believe it. Internal answers are sent whole.
 */
export const signAnswers =
  (key: KeyObject) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const end = response.end.bind(response) as (...last: unknown[]) => Response;
    response.end = (...last: unknown[]): Response => {
      const [body] = last;
      const bytes = typeof body === "string" || body instanceof Uint8Array ? body : "";
      const etag = response.getHeader("etag");
      const text = answerText({
        authorization: request.headers.authorization ?? "",
        status: response.statusCode,
        etag: typeof etag === "string" ? etag : null,
        digest: digestOf(bytes),
      });
      if (!response.headersSent)
        response.setHeader(INTERNAL_SIGNATURE_HEADER, sign(null, Buffer.from(text), key).toString("base64"));
      return end(...last);
    };
    next();
  };
