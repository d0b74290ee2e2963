import { Fault } from "../../kernel/fault.js";

const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH"]);
/** PostgreSQL classes 08 (connection), 53 (resources) and 57P (shutdown, not yet accepting). */
const SQL_STATE = /^(08|53|57P)/;
const BY_TEXT =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query runner already released/i;

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** True when the server could not be reached or went away, as opposed to refusing the statement. */
function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  const code = codeOf(error);
  if (NETWORK.has(code) || SQL_STATE.test(code)) return true;
  return error instanceof Error && code === "" && BY_TEXT.test(error.message);
}

/** Values that PostgreSQL cannot read as what they should be: a forged id or date, a NUL in a text, a number too large. */
const UNREADABLE = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** Something in the input can be no value of the kind it should be: the caller's mistake, which no retry mends. */
export class UnreadableValue extends Error {
  readonly code = "input.unreadable";
  constructor(cause: unknown) {
    super("A value of the input cannot be read as what it should be.", { cause });
    this.name = "UnreadableValue";
  }
}

/** Turns a lost server into a retryable fault and an unreadable value into the caller's mistake; leaves the rest alone. */
export function asDatabaseFault(error: unknown): unknown {
  if (isDatabaseUnavailable(error))
    return new Fault("database.unavailable", "The database does not answer; try again in a few seconds.", {
      cause: error,
    });
  return UNREADABLE.has(codeOf(error)) ? new UnreadableValue(error) : error;
}

/** SQLSTATE of a failed statement, e.g. 23505 for a unique violation; empty when the error is not the database's. */
export const sqlStateOf = (error: unknown): string => codeOf(error);

/** One line for an operator: never the connection string, which holds a password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
  return message.replaceAll(/postgres(ql)?:\/\/\S+/g, "postgres://…");
}
