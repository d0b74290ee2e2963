import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema } from "graphql";
import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";
import { callerObject, decisionObject, sunsetObject } from "./answers/answer-objects.js";
import type { Typed } from "./answers/answer-objects.js";
import type { CallContext } from "./call-context.js";
import type { ChatInput } from "./answers/chat-body.js";
import { completeChat } from "./answers/complete-chat.js";
import type { GraphqlPorts } from "./ports.js";
import { refusalObject } from "./answers/refusal-object.js";
import { queueObject } from "./answers/queue-object.js";
import { QueueFeed } from "./answers/queue-feed.js";
import { streamChat } from "./answers/stream-chat.js";

type Resolver<Args> = GraphQLFieldResolver<unknown, CallContext, Args>;

/** The contract's schema with its resolvers. Expected refusals are members of the results; nothing here throws. */
export function inferenceSchema(ports: GraphqlPorts): GraphQLSchema {
  const path = createRequire(import.meta.url).resolve("@socle/contracts/inference.graphql");
  const schema = buildSchema(readFileSync(path, "utf8"));
  const me: Resolver<object> = (_, __, call) => asCaller(ports, call, callerObject);
  const models: Resolver<object> = (_, __, call) => listModels(ports, call);
  const decision: Resolver<{ id: string }> = (_, { id }, call) => findDecision(ports, call, id);
  const chat: Resolver<{ input: ChatInput }> = (_, { input }, call) => completeChat(ports, input, call);
  const streamed: Resolver<{ input: ChatInput }> = (_, { input }, call) =>
    streamChat(ports, input, call, { show: (event) => event });
  const queueNow = (call: CallContext) => asCaller(ports, call, (caller) => queueObject(ports, caller.useCase.id));
  const queue: Resolver<object> = (_, __, call) => queueNow(call);
  const queueFeed: Resolver<object> = (_, __, call) => {
    const identified = ports.identify(call.authorization);
    return new QueueFeed(ports, identified.ok ? identified.caller.useCase.id : null, call.signal, () => queueNow(call));
  };
  resolveWith(schema.getQueryType(), { me, models, decision, queue });
  resolveWith(schema.getMutationType(), { chat });
  subscribeWith(schema.getSubscriptionType(), { chat: streamed, queue: queueFeed });
  return schema;
}

// Each resolver takes the arguments that its field declares, which the types of graphql-js cannot say.
function resolveWith(type: GraphQLObjectType | null | undefined, resolvers: Readonly<Record<string, unknown>>): void {
  const fields = type?.getFields() ?? {};
  for (const [name, resolver] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field === undefined) throw new Error(`inference.graphql has no field ${name}`);
    field.resolve = resolver as GraphQLFieldResolver<unknown, unknown>;
  }
}

function subscribeWith(type: GraphQLObjectType | null | undefined, sources: Readonly<Record<string, unknown>>): void {
  resolveWith(type, Object.fromEntries(Object.keys(sources).map((name) => [name, (event: unknown) => event])));
  for (const [name, source] of Object.entries(sources)) {
    const field = type?.getFields()[name];
    if (field !== undefined) field.subscribe = source as GraphQLFieldResolver<unknown, unknown>;
  }
}

type KnownCaller = Extract<ReturnType<GraphqlPorts["identify"]>, { ok: true }>["caller"];

function asCaller<T>(ports: GraphqlPorts, call: CallContext, show: (caller: KnownCaller) => T): T | Typed {
  const identified = ports.identify(call.authorization);
  if (identified.ok) return show(identified.caller);
  return refusalObject(identified.refusal, { requestId: call.requestId, decisionId: null });
}

function listModels(ports: GraphqlPorts, call: CallContext): Typed {
  const listed = ports.listModels(call.authorization);
  if (listed.ok)
    return {
      __typename: "ModelList",
      models: listed.models.map((model) => ({ ...model, sunset: sunsetObject(model.sunset) })),
    };
  return refusalObject(listed.refusal, { requestId: call.requestId, decisionId: null });
}

function findDecision(ports: GraphqlPorts, call: CallContext, id: string): Typed | null {
  return asCaller(ports, call, (caller) => {
    const found = ports.findDecision(id);
    if (found === null || found.decision.applicationId !== caller.application.id) return null;
    return decisionObject(found.decision, found.usage);
  });
}
