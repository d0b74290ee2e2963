import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { WebSocket } from "ws";
import { compileBundle } from "@socle/policies";
import { graphqlIngress } from "../../scheduler/src/ingress/graphql/graphql-ingress.js";
import type { GraphqlPorts } from "../../scheduler/src/ingress/graphql/ports.js";
import { systemClock } from "../../scheduler/src/kernel/clock.js";
import { HeldBytes } from "../../scheduler/src/kernel/held-bytes.js";
import { silentLogger } from "../../scheduler/src/kernel/logger.port.js";
import { refusal } from "../../scheduler/src/kernel/refusal.js";
import { compileSnapshot } from "../../scheduler/src/kernel/snapshot/compile-snapshot.js";
import { ScriptedInference } from "../fakes/scripted-inference.js";
import { hashOfKey, snapshot } from "./snapshot.builder.js";

export const GRAPHQL_KEY = "Bearer sk-test";
export const CHAT_INPUT = { model: "model", messages: [{ role: "USER", content: "Bonjour" }] };
export const CHAT = `mutation ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatCompletion { choices { index message { role content } finishReason } usage { outputTokens cost impacts { kWh } }
    decisionId requestId pool }
  ... on Refusal { code message decisionId details }
  ... on NoEligiblePool { pools { pool reasons { rule code } } } } }`;
export const STREAM = `subscription ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatDelta { index content finishReason } ... on ChatEnd { usage { outputTokens } decisionId pool }
  ... on Refusal { code } ... on EngineFailure { usage { outputTokens } } } }`;

type Client = ReturnType<typeof createSseClient> | ReturnType<typeof createSocketClient>;
type Remembered = NonNullable<ReturnType<GraphqlPorts["findDecision"]>>;

/** The GraphQL ingress on a port of its own, over a scripted entry. */
export class GraphqlScene {
  readonly inference = new ScriptedInference();
  readonly remembered = new Map<string, Remembered>();
  private readonly routes = graphqlIngress(portsOf(this), {
    maxBodyBytes: 50_000,
    held: new HeldBytes(1_000_000),
    callerStallMs: 60_000,
    logger: silentLogger,
  });
  private readonly server: Server = createServer((request, response) =>
    this.routes.find((route) => route.path === request.url)?.handle(request, response),
  );
  private upgraded: Duplex | null = null;

  static async start(): Promise<GraphqlScene> {
    const scene = new GraphqlScene();
    scene.server.on("upgrade", (request, socket: Duplex, head: Buffer) => {
      scene.upgraded = socket;
      scene.routes.find((route) => route.path === request.url)?.upgrade?.(request, socket, head);
    });
    await new Promise<void>((resolve) => scene.server.listen(0, "127.0.0.1", resolve));
    return scene;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async post(query: string, variables: unknown = {}, headers: Record<string, string> = {}) {
    const response = await fetch(`http://${this.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: GRAPHQL_KEY, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  }

  /** Breaks every connection, as a network does. */
  disconnect(): void {
    this.server.closeAllConnections();
    this.upgraded?.destroy();
  }

  async stop(): Promise<void> {
    for (const route of this.routes) await route.close?.();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function portsOf(scene: GraphqlScene): GraphqlPorts {
  const source = snapshot();
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("rules refused");
  const caller = compileSnapshot(source, bundle.bundle).callers.get(hashOfKey("sk-test"));
  const unknown = { ok: false, refusal: refusal("key.unknown", "No application holds this key.") } as const;
  const models = [{ name: "model", publisher: "p", contextWindow: 8 }];
  return {
    submit: scene.inference.submit,
    identify: (authorization) => (authorization === GRAPHQL_KEY && caller ? { ok: true, caller } : unknown),
    listModels: (authorization) => (authorization === GRAPHQL_KEY ? { ok: true, models } : unknown),
    findDecision: (id) => scene.remembered.get(id) ?? null,
    waiting: { linesOf: () => [], countOf: () => 0, watch: () => () => {} },
    clock: systemClock,
  };
}

export const sseClient = (scene: GraphqlScene): Client =>
  createSseClient({
    url: `http://${scene.address}/graphql/stream`,
    headers: { authorization: GRAPHQL_KEY },
    retryAttempts: 0,
  });

export const socketClient = (scene: GraphqlScene): Client =>
  createSocketClient({
    url: `ws://${scene.address}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: GRAPHQL_KEY },
    retryAttempts: 0,
  });

export const subscribe = (client: Client, query = STREAM, input: unknown = CHAT_INPUT) =>
  client.iterate<{ chat: Record<string, unknown> }>({ query, variables: { input } }) as AsyncGenerator<{
    data?: { chat: Record<string, unknown> } | null;
    errors?: readonly unknown[];
  }>;

/** Every event of a subscription; then the client is done. */
export async function allEvents(client: Client, query?: string, input?: unknown): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of subscribe(client, query, input)) events.push(event.data?.chat ?? event);
  await client.dispose();
  return events;
}
