import { GraphQLError } from "graphql";
import type { ExecutionResult } from "graphql";
import type { Logger } from "../../../kernel/logger.port.js";

/** Shows an error about the request as it is, and of a bug only that there was one. */
export function withoutInternals<E extends Error>(error: E, logger: Logger): E | GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  if (cause === undefined || cause instanceof GraphQLError) return error;
  logger.error("graphql.failed", { error: cause.message });
  return new GraphQLError("Internal error");
}

/** The same for every error of a result. */
export function resultWithoutInternals(result: ExecutionResult, logger: Logger): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => withoutInternals(error, logger)) };
}
