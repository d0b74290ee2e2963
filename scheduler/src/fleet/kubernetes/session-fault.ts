import type { SessionFault } from "./session.port.js";

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** `ApiException` has `code`, an error of a watch `statusCode`, one of the network a `cause` with a code. */
const reasonOf = (error: unknown): string => {
  const name = field(error, "name");
  if (name === "TimeoutError") return name;
  const status = field(error, "statusCode") ?? field(error, "code");
  if (typeof status === "number") return `status ${status}`;
  const code = field(field(error, "cause"), "code") ?? status ?? name;
  return typeof code === "string" ? code : "unknown";
};

/** What the client threw or handed to a callback, in one word for the log and with the server's wish. */
export const sessionFault = (error: unknown): SessionFault => {
  const seconds = Number(field(field(error, "headers"), "retry-after"));
  return { reason: reasonOf(error), retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 0 };
};

/** The client reports its own stops as errors of this name. */
export const isAbort = (error: unknown): boolean => field(error, "name") === "AbortError";
