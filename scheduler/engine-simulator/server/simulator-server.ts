import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { EngineDriver } from "../drivers/engine-driver.js";
import { RealClock } from "../drivers/real-clock.js";
import { Engine } from "../engine/engine.js";
import type { EngineSettings } from "../engine/settings.js";
import { tokenId, tokenise } from "../text/tokeniser.js";
import { EngineMetrics } from "./engine-metrics.js";
import { changeFaults, FaultDesk, type Faults } from "./faults.js";
import { isJsonObject, type JsonObject } from "./generation-request.js";
import { Generations } from "./generations.js";
import { parseChat, parseCompletion, renderChat } from "./parse-request.js";
import { readJson } from "./read-json.js";
import { badRequest, RequestError } from "./request-error.js";
import { respond } from "./respond.js";

export interface SimulatorSettings {
  readonly model: string;
  readonly seed: string;
  readonly timeScale: number;
  readonly maxModelLength: number;
  readonly engine: EngineSettings;
  readonly faults: Faults;
}

const OWNER = "socle-engine-simulator";

type Handler = (request: IncomingMessage, response: ServerResponse, faults: Faults) => Promise<void> | void;

/** A model server over the engine model in real time: vLLM's OpenAI API and metrics; it says that it is simulated. */
export class SimulatorServer {
  readonly http: Server;
  private readonly metrics: EngineMetrics;
  private readonly desk: FaultDesk;
  private readonly driver: EngineDriver;
  private readonly generations: Generations;
  private readonly started = Math.floor(Date.now() / 1000);

  private readonly routes: Readonly<Record<string, Handler>> = {
    "GET /health": (_request, response) => this.health(response),
    "GET /v1/models": (_request, response) => this.models(response),
    "GET /metrics": (_request, response) => this.scrape(response),
    "POST /tokenize": (request, response) => this.tokenize(request, response),
    "POST /v1/chat/completions": async (request, response, faults) =>
      respond(this.generations, parseChat(await this.ownModel(request)), response, faults),
    "POST /v1/completions": async (request, response, faults) =>
      respond(this.generations, parseCompletion(await this.ownModel(request)), response, faults),
  };

  constructor(private readonly settings: SimulatorSettings) {
    const clock = new RealClock(settings.timeScale);
    const engine = new Engine(settings.engine);
    this.metrics = new EngineMetrics(settings.model);
    this.metrics.watch(engine);
    this.desk = new FaultDesk(settings.faults, settings.seed);
    this.generations = new Generations(settings.seed, settings.maxModelLength, this.metrics, () => clock.now());
    this.driver = new EngineDriver(engine, clock, this.generations);
    this.driver.slowFactor = settings.faults.slowFactor;
    this.generations.attach(this.driver);
    this.http = createServer((request, response) => void this.handle(request, response));
    this.http.keepAliveTimeout = 75_000;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const path = (request.url ?? "/").split("?")[0] as string;
      if (path === "/admin/faults") return await this.admin(request, response);
      const faults = this.desk.draw();
      if (faults.refuse === "reset") return void request.socket.destroy();
      if (faults.refuse === "503") throw new RequestError(503, "ServiceUnavailableError", "refused on purpose");
      if (faults.stall) return;
      const handler = this.routes[`${request.method} ${path}`];
      if (!handler) throw new RequestError(404, "NotFoundError", `no route ${request.method} ${path}`);
      await handler(request, response, faults);
    } catch (error) {
      refuse(response, error);
    }
  }

  private health(response: ServerResponse): void {
    json(response, { status: "ok", simulated: true, model: this.settings.model });
  }

  private models(response: ServerResponse): void {
    const card = {
      id: this.settings.model,
      object: "model",
      created: this.started,
      owned_by: OWNER,
      root: this.settings.model,
      max_model_len: this.settings.maxModelLength,
      simulated: true,
    };
    json(response, { object: "list", data: [card] });
  }

  private async scrape(response: ServerResponse): Promise<void> {
    response.setHeader("content-type", this.metrics.registry.contentType).end(await this.metrics.registry.metrics());
  }

  private async tokenize(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await this.ownModel(request);
    const text = typeof body.prompt === "string" ? body.prompt : renderChat(body);
    const tokens = tokenise(text).map(tokenId);
    json(response, { count: tokens.length, max_model_len: this.settings.maxModelLength, tokens });
  }

  private async admin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "POST") {
      const changed = changeFaults(this.desk.faults, await readJson(request));
      if (typeof changed === "string") throw badRequest(changed);
      this.desk.faults = changed;
      this.driver.slowFactor = changed.slowFactor;
    }
    json(response, this.desk.faults);
  }

  private async ownModel(request: IncomingMessage): Promise<JsonObject> {
    const body = await readJson(request);
    if (!isJsonObject(body)) throw badRequest("the body must be a JSON object");
    if (body.model !== undefined && body.model !== this.settings.model)
      throw new RequestError(404, "NotFoundError", `The model ${JSON.stringify(body.model)} does not exist.`, "model");
    return { ...body, model: this.settings.model };
  }
}

function json(response: ServerResponse, body: object): void {
  response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}

function refuse(response: ServerResponse, error: unknown): void {
  const known = error instanceof RequestError ? error : new RequestError(500, "InternalServerError", "internal error");
  if (response.headersSent || response.destroyed) response.destroy();
  else response.writeHead(known.status, { "content-type": "application/json" }).end(known.body);
}
