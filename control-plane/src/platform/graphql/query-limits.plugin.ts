import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, Kind, type DocumentNode, type FragmentDefinitionNode } from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import type { GraphqlContext } from "./graphql-context.js";
import { querySize } from "./query-size.js";

const MAX_DEPTH = 10;
const MAX_COMPLEXITY = 20_000;
/** Each is a statement or more, and under aliases the same one could be asked, or tried, any number of times. */
const MAX_ROOT_FIELDS = 50;
/** Words and signs of a document, refused while it is read: checking a long one costs its square. */
export const MAX_DOCUMENT_TOKENS = 5000;

/** A field costs one, and a page costs its content as many times as it has rows. */
const byPage: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first } = args as { first?: unknown };
  return typeof first === "number" && first > 0 ? 1 + first * childComplexity : 1 + childComplexity;
};

const refused = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

const tooComplex = (cost: number): GraphQLError =>
  refused("query.too_complex", `Cost ${cost} is over the limit of ${MAX_COMPLEXITY}.`);

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
        const { depth, width, fields } = querySize(operation, fragmentsOf(document));
        if (width > MAX_ROOT_FIELDS)
          throw refused("query.too_wide", `${width} fields at once are over the limit of ${MAX_ROOT_FIELDS}.`);
        if (depth > MAX_DEPTH) throw refused("query.too_deep", `Depth ${depth} is over the limit of ${MAX_DEPTH}.`);
        // A field costs one at least: what is counted already is not walked once more.
        if (fields > MAX_COMPLEXITY) throw tooComplex(fields);
        const complexity = getComplexity({
          schema,
          query: document,
          operationName: request.operationName,
          variables: request.variables ?? {},
          estimators: [byPage],
        });
        if (complexity > MAX_COMPLEXITY) throw tooComplex(complexity);
        return Promise.resolve();
      },
    }),
};
