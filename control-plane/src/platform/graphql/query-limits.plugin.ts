import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode } from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import type { GraphqlContext } from "./graphql-context.js";
import { queryDepth } from "./query-depth.js";

const MAX_DEPTH = 10;
const MAX_COMPLEXITY = 20_000;

/** A field costs one, and a page costs its content as many times as it has rows. */
const byPage: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args as { first?: unknown };
  return typeof first === "number" && first > 0 ? 1 + first * childComplexity : 1 + childComplexity;
};

const refused = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** Refuses, before any resolver runs, operations that are too deep or that could answer too much. */
export const queryLimitsPlugin: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        if (operation === undefined) return Promise.resolve();
        const depth = queryDepth(operation, fragmentsOf(document));
        if (depth > MAX_DEPTH) throw refused("query.too_deep", `Depth ${depth} is over the limit of ${MAX_DEPTH}.`);
        const complexity = getComplexity({
          schema,
          query: document,
          operationName: request.operationName,
          variables: request.variables ?? {},
          estimators: [byPage],
        });
        if (complexity > MAX_COMPLEXITY) {
          throw refused("query.too_complex", `Cost ${complexity} is over the limit of ${MAX_COMPLEXITY}.`);
        }
        return Promise.resolve();
      },
    }),
};
