import type { IncomingMessage, ServerResponse } from "node:http";
import type { SchedulerLimits } from "../../config/scheduler-config.js";
import type { Clock } from "../../kernel/clock.js";
import type { HeldBytes } from "../../kernel/held-bytes.js";
import { refusal } from "../../kernel/refusal.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import type { Core } from "../../request/create-core.js";
import type { Operation } from "../../request/operations/operation.js";
import { OpenAiSink } from "./openai-sink.js";
import { bodyTurnedAway, readBody } from "./read-body.js";
import { requestContext } from "./request-context.js";

export interface RestParts {
  readonly core: Core;
  readonly clock: Clock;
  readonly limits: SchedulerLimits;
  /** Memory of all requests. */
  readonly held: HeldBytes;
  /** What may be asked of models. */
  readonly operations: readonly Operation[];
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const MODELS = "/v1/models";

/** The OpenAI-compatible API; every request under `/v1` ends here, known or not, and leaves a record. */
export const createRestRoutes = ({ core, clock, limits, held, operations }: RestParts): ((path: string) => Handler) => {
  const turnAway = (request: IncomingMessage, response: ServerResponse, refused: InferenceRefusal): void => {
    const sink = new OpenAiSink(response, limits.callerStallMs);
    sink.follow(core.turnAway(requestContext(request, clock.monotonic()), refused, sink));
  };

  const asking =
    (operation: Operation): Handler =>
    (request, response) => {
      const context = requestContext(request, clock.monotonic(), operation);
      const mostBytes = operation.maxBodyBytes(limits);
      const sink = new OpenAiSink(response, limits.callerStallMs);
      // Nobody's body is read before its key is known.
      const holder = core.identify(context.authorization);
      const refused = holder.ok ? bodyTurnedAway(request, operation.mediaType, mostBytes) : holder.refusal;
      if (refused !== null) return sink.follow(core.turnAway(context, refused, sink));
      readBody(request, mostBytes, held.open(), (result) => {
        if (result === null) return;
        const full = result.ok ? { ...context, body: result.body } : context;
        sink.follow(result.ok ? core.submit(full, sink) : core.turnAway(full, result.refusal, sink));
      });
    };

  const models: Handler = (request, response) => {
    const context = requestContext(request, clock.monotonic());
    const listed = core.listModels(context.authorization);
    if (!listed.ok) return turnAway(request, response, listed.refusal);
    const data = listed.models.map(({ name, publisher, contextWindow }) => ({
      id: name,
      object: "model",
      created: 0,
      owned_by: publisher,
      max_model_len: contextWindow,
    }));
    response.writeHead(200, {
      "content-type": "application/json",
      "x-request-id": context.requestId,
      // A list is no decision about a request.
      "x-socle-decision": "none",
      "x-socle-pool": "none",
      "x-socle-overhead-ms": (clock.monotonic() - context.receivedAt).toFixed(2),
    });
    response.end(JSON.stringify({ object: "list", data }));
  };

  const only = (method: string, handler: Handler): Handler => {
    return (request, response) => {
      if (request.method === method) return handler(request, response);
      response.setHeader("allow", method);
      turnAway(request, response, refusal("method.not_allowed", `Use ${method} here.`));
    };
  };

  const unknown: Handler = (request, response) => {
    const known = [...operations.map(({ path }) => path), MODELS].join(", ");
    turnAway(request, response, refusal("route.unknown", `There is nothing here. Known: ${known}.`));
  };

  const routes = new Map<string, Handler>([
    ...operations.map((operation) => [operation.path, only(operation.method, asking(operation))] as const),
    [MODELS, only("GET", models)],
  ]);
  return (path) => routes.get(path) ?? unknown;
};
