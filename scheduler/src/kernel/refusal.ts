import type { RefusalCode } from "@socle/contracts";

/** What a caller is told instead of an answer. `code` decides the status and the GraphQL member (`INFERENCE_ERRORS`). */
export interface InferenceRefusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** Field of the request at fault, for OpenAI's `error.param`. */
  readonly param: string | null;
  /** Figures that explain the code; plain JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again can help; sent as `retry-after`. */
  readonly retryAfterSeconds?: number;
}

/** Builds a refusal; `extra` carries the param, the figures and the delay where the code has them. */
export const refusal = (
  code: RefusalCode,
  message: string,
  extra: Partial<Omit<InferenceRefusal, "code" | "message">> = {},
): InferenceRefusal => ({ code, message, param: null, ...extra });

/** Bodies and answers of all requests fill the memory that they may. */
export const memoryFull = (): InferenceRefusal =>
  refusal("memory.full", "Too much is being read and answered at once.", { retryAfterSeconds: 2 });
