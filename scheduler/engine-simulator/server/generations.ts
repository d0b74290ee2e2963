import { randomUUID } from "node:crypto";
import type { EngineDriver, SequenceListener } from "../drivers/engine-driver.js";
import { planOutput, type OutputPlan } from "../text/plan-output.js";
import { blockChain } from "../text/tokeniser.js";
import type { GenerationRequest } from "./generation-request.js";
import type { EngineMetrics } from "./engine-metrics.js";
import { badRequest } from "./request-error.js";

/** Receives the tokens of one request as the engine makes them. */
export interface GenerationSink {
  token(choice: number, index: number): void;
  /** All choices are complete. */
  complete(): void;
}

/** One request under way: its choices are sequences of the engine. */
export interface Generation {
  readonly id: string;
  readonly plans: readonly OutputPlan[];
  /** Prompt tokens from the cache, as of the first choice admitted; usage counts the prompt once. */
  readonly cachedTokens: number;
  readonly outputTokens: number;
  abort(): void;
}

interface Active {
  readonly choice: number;
  readonly request: RunningRequest;
  readonly submittedAt: number;
  lastTokenAt: number;
}

class RunningRequest implements Generation {
  cachedTokens = 0;
  outputTokens = 0;
  open: number;
  admitted = false;

  constructor(
    readonly id: string,
    readonly plans: readonly OutputPlan[],
    readonly sequenceIds: readonly string[],
    readonly promptTokens: number,
    readonly sink: GenerationSink,
    private readonly forget: (request: RunningRequest) => void,
  ) {
    this.open = plans.length;
  }

  abort(): void {
    this.forget(this);
  }
}

/** Turns requests into sequences, and what happens to sequences into tokens and metrics. */
export class Generations implements SequenceListener {
  private readonly active = new Map<string, Active>();
  private driver: EngineDriver | null = null;

  constructor(
    private readonly seed: string,
    private readonly maxModelLength: number,
    private readonly metrics: EngineMetrics,
    private readonly now: () => number,
  ) {}

  /** The driver and its listener know each other; the driver comes second. */
  attach(driver: EngineDriver): void {
    this.driver = driver;
  }

  start(request: GenerationRequest, sink: GenerationSink): Generation {
    const driver = this.driver as EngineDriver;
    const { blockSize } = driver.engine.settings;
    const promptTokens = request.prompt.length;
    const room = this.maxModelLength - promptTokens;
    if (room < 1 || (request.maxTokens ?? 1) > room)
      throw tooLong(this.maxModelLength, promptTokens, request.maxTokens);
    const id = randomUUID();
    const promptText = request.prompt.join("");
    const plans = Array.from({ length: request.choices }, (_, choice) =>
      planOutput({
        ...request,
        seed: `${this.seed} ${request.seed} ${choice} ${promptText}`,
        maxTokens: request.maxTokens ?? room,
      }),
    );
    const specs = plans.map((plan, choice) => ({
      id: `${id}-${choice}`,
      promptTokens,
      outputTokens: plan.tokens.length,
      chain: blockChain([...request.prompt, ...plan.tokens], blockSize, request.cacheSalt),
    }));
    if (!specs.every((spec) => driver.engine.fits(spec)))
      throw badRequest("the sequence needs more KV memory than this server holds");
    const running = new RunningRequest(
      id,
      plans,
      specs.map((spec) => spec.id),
      promptTokens,
      sink,
      (one) => this.forget(one),
    );
    for (const [choice, spec] of specs.entries()) {
      this.active.set(spec.id, { choice, request: running, submittedAt: this.now(), lastTokenAt: NaN });
      driver.submit(spec);
    }
    return running;
  }

  admitted(id: string, cachedTokens: number): void {
    const request = this.active.get(id)?.request;
    if (!request) return;
    this.metrics.prefixCache(request.promptTokens, cachedTokens);
    if (!request.admitted) request.cachedTokens = cachedTokens;
    request.admitted = true;
  }

  token(id: string, index: number, at: number): void {
    const active = this.active.get(id);
    if (!active) return;
    if (index === 0) this.metrics.firstToken(active.request.promptTokens, (at - active.submittedAt) / 1000);
    else this.metrics.laterToken((at - active.lastTokenAt) / 1000);
    active.lastTokenAt = at;
    active.request.outputTokens += 1;
    active.request.sink.token(active.choice, index);
  }

  finished(id: string, at: number): void {
    const active = this.active.get(id);
    if (!active) return;
    const { request, choice, submittedAt } = active;
    this.active.delete(id);
    this.metrics.finished(request.plans[choice]?.finishReason ?? "stop", (at - submittedAt) / 1000);
    request.open -= 1;
    if (request.open === 0) request.sink.complete();
  }

  private forget(request: RunningRequest): void {
    for (const id of request.sequenceIds) {
      if (!this.active.delete(id)) continue;
      this.driver?.abort(id);
      this.metrics.aborted();
    }
  }
}

function tooLong(limit: number, prompt: number, output: number | null): Error {
  return badRequest(
    `This model's maximum context length is ${limit} tokens. However, you requested ${output ?? 1} output tokens and ` +
      `your prompt contains ${prompt} input tokens. Please reduce the length of the input prompt or the output.`,
  );
}
