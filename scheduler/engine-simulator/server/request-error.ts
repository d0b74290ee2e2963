/** A request that the server refuses, in the words and statuses of vLLM's OpenAI server. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly param: string | null = null,
  ) {
    super(message);
  }

  get body(): string {
    const { message, type, param, status } = this;
    return JSON.stringify({ error: { message, type, param, code: status } });
  }
}

export function badRequest(message: string, param: string | null = null): RequestError {
  return new RequestError(400, "BadRequestError", message, param);
}
