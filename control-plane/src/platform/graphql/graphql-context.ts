import type { IncomingMessage } from "node:http";
import type { Identity } from "../http/request-identity.port.js";
import type { RequestLoaders } from "./request-loaders.js";

/** What each GraphQL request carries to its resolvers. */
export interface GraphqlContext {
  readonly req: IncomingMessage;
  readonly identity: Identity | null;
  readonly loaders: RequestLoaders;
}
