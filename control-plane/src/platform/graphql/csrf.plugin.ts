import { timingSafeEqual } from "node:crypto";
import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { GraphqlContext } from "./graphql-context.js";

export const CSRF_HEADER = "x-socle-csrf";

/** True when the browser proves that it read the token, which another site's page cannot. */
export function csrfHolds(sent: string | readonly string[] | undefined, expected: string): boolean {
  if (typeof sent !== "string") return false;
  const [left, right] = [Buffer.from(sent), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A mutation made with a session cookie must carry the session's token. Queries change nothing and need none. */
export const csrfPlugin: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, contextValue }) => {
        const { identity, req } = contextValue;
        const needed = operation?.operation === OperationTypeNode.MUTATION && identity !== null;
        if (needed && !csrfHolds(req.headers[CSRF_HEADER], identity.csrfToken)) {
          throw new GraphQLError(`Send me.csrfToken in the header ${CSRF_HEADER}.`, {
            extensions: { code: "csrf.invalid", http: { status: 403 } },
          });
        }
        return Promise.resolve();
      },
    }),
};
