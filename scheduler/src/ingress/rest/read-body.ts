import type { IncomingMessage } from "node:http";
import type { Holding } from "../../kernel/held-bytes.js";
import { memoryFull, refusal } from "../../kernel/refusal.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";

export type BodyResult =
  { readonly ok: true; readonly body: Buffer } | { readonly ok: false; readonly refusal: InferenceRefusal };

const tooLarge = (most: number): InferenceRefusal =>
  refusal("body.too_large", `The body is larger than ${most} bytes.`, { details: { maxBytes: most } });

/** Why a body is not read at all, from its headers; `null` when it may be. */
export const bodyTurnedAway = (request: IncomingMessage, mediaType: string, most: number): InferenceRefusal | null => {
  const type = (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type !== mediaType) {
    return refusal("media_type.unsupported", `The body must be ${mediaType}.`, { param: "content-type" });
  }
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    return refusal("media_type.unsupported", "The body must not be compressed.", { param: "content-encoding" });
  }
  const stated = Number(request.headers["content-length"] ?? 0);
  return stated > most ? tooLarge(most) : null;
};

/**
 * The whole body, or a refusal once it grows too large. Calls back `null` when the caller left before its end. Memory for
 * it is taken before it is read, as far as its length is stated, and released when it calls back.
 */
export const readBody = (
  request: IncomingMessage,
  most: number,
  holding: Holding,
  done: (result: BodyResult | null) => void,
): void => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let over = false;
  const finish = (result: BodyResult | null): void => {
    if (over) return;
    over = true;
    holding.release();
    done(result);
  };
  const refuse = (refused: InferenceRefusal): void => {
    chunks.length = 0;
    finish({ ok: false, refusal: refused });
  };
  let taken = Number(request.headers["content-length"] ?? 0);
  if (!holding.grow(taken)) return refuse(memoryFull());
  request.on("data", (chunk: Buffer) => {
    if (over) return;
    bytes += chunk.length;
    if (bytes > most) return refuse(tooLarge(most));
    const more = Math.max(0, bytes - taken);
    if (!holding.grow(more)) return refuse(memoryFull());
    taken += more;
    chunks.push(chunk);
  });
  request.on("end", () =>
    finish({ ok: true, body: chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks) }),
  );
  request.on("close", () => finish(null));
  request.on("error", () => finish(null));
};
