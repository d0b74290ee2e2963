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

/** Turns a lost server into a retryable fault; leaves every other error alone. */
export const asDatabaseFault = (error: unknown): unknown =>
  isDatabaseUnavailable(error)
    ? new Fault("database.unavailable", "The database does not answer; try again in a few seconds.", { cause: error })
    : error;

/** SQLSTATE of a failed statement, e.g. 23505 for a unique violation; empty when the error is not the database's. */
export const sqlStateOf = (error: unknown): string => codeOf(error);

/** One line for an operator: never the connection string, which holds a password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
  return message.replaceAll(/postgres(ql)?:\/\/\S+/g, "postgres://…");
}
