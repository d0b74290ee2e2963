import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { Fault } from "../../kernel/fault.js";
import { UnreadableValue } from "../database/database-fault.js";
import type { GraphqlContext } from "./graphql-context.js";

/** A fault as the error that a client sees: its code, and 503 so that it knows to come back. */
export const faultAnswer = (fault: Fault): GraphQLError =>
  new GraphQLError(fault.message, { extensions: { code: fault.code, http: { status: 503 } } });

const causeOf = (error: GraphQLError): unknown => error.originalError ?? error;

/** Answers 503 for faults and 500 for bugs, and tells the log what the client is not told. */
export const faultPlugin = (logger: Logger): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, response, operationName }) => {
        for (const error of errors) {
          const cause = causeOf(error);
          if (cause instanceof GraphQLError) continue;
          const fault = cause instanceof Fault;
          const mistake = cause instanceof UnreadableValue;
          response.http.status = fault ? 503 : mistake ? 400 : 500;
          logger[fault || mistake ? "warn" : "error"]({
            event: "graphql.failed",
            operation: operationName,
            err: cause,
          });
        }
        return Promise.resolve();
      },
    }),
});

/** Keeps what was thrown on purpose; says nothing of what was not. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? causeOf(error) : error;
  if (cause instanceof Fault || cause instanceof UnreadableValue)
    return { ...formatted, message: cause.message, extensions: { code: cause.code } };
  if (cause instanceof GraphQLError) return formatted;
  return {
    ...formatted,
    message: "Something went wrong here; it has been recorded.",
    extensions: { code: "internal" },
  };
}
