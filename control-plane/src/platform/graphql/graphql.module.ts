import type { IncomingMessage } from "node:http";
import { ApolloDriver, type ApolloDriverConfig } from "@nestjs/apollo";
import type { DynamicModule } from "@nestjs/common";
import { GraphQLModule } from "@nestjs/graphql";
import type { Logger } from "pino";
import { Fault } from "../../kernel/fault.js";
import type { Config } from "../config/config.js";
import type { RequestIdentity } from "../http/request-identity.port.js";
import { CONFIG, LOGGER, REQUEST_IDENTITY } from "../tokens.js";
import { csrfPlugin } from "./csrf.plugin.js";
import { faultAnswer, faultPlugin, formatError } from "./error-answers.js";
import type { GraphqlContext } from "./graphql-context.js";
import { MAX_DOCUMENT_TOKENS, queryLimitsPlugin } from "./query-limits.plugin.js";
import { RequestLoaders } from "./request-loaders.js";

/** Apollo at /graphql; the schema comes from whatever resolvers the rooms register. */
export const graphqlModule = (): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, LOGGER, REQUEST_IDENTITY],
    useFactory: (config: Config, logger: Logger, identity: RequestIdentity) => ({
      path: "/graphql",
      autoSchemaFile: true,
      graphiql: false,
      introspection: !config.production,
      allowBatchedHttpRequests: false,
      parseOptions: { maxTokens: MAX_DOCUMENT_TOKENS },
      includeStacktraceInErrorResponses: false,
      preserveHttpStatusForExecutionErrors: false,
      autoTransformHttpErrors: false,
      context: ({ req }: { req: IncomingMessage }) => contextOf(req, identity),
      plugins: [queryLimitsPlugin, csrfPlugin, faultPlugin(logger)],
      formatError,
    }),
  });

async function contextOf(req: IncomingMessage, identity: RequestIdentity): Promise<GraphqlContext> {
  try {
    return { req, identity: await identity.identify(req), loaders: new RequestLoaders() };
  } catch (error) {
    throw error instanceof Fault ? faultAnswer(error) : error;
  }
}
