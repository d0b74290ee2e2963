import { createParamDecorator, type ExecutionContext } from "@nestjs/common";
import { GqlExecutionContext } from "@nestjs/graphql";
import { GraphQLError } from "graphql";
import type { Identity } from "../http/request-identity.port.js";
import type { GraphqlContext } from "./graphql-context.js";

const contextOf = (execution: ExecutionContext): GraphqlContext =>
  GqlExecutionContext.create(execution).getContext<GraphqlContext>();

function signedIn(execution: ExecutionContext): Identity {
  const { identity } = contextOf(execution);
  if (identity !== null) return identity;
  throw new GraphQLError("Sign in first.", {
    extensions: { code: "session.missing", http: { status: 401 } },
  });
}

/** The signed-in person as `PersonActor`; without a live session the operation answers 401 `session.missing`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => signedIn(execution).actor,
);

/** The whole identity, or null without a live session. */
export const CurrentIdentity = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => contextOf(execution).identity,
);

/** The request's data loaders. */
export const Loaders = createParamDecorator((_: unknown, execution: ExecutionContext) => contextOf(execution).loaders);
