import type { ServerResponse } from "node:http";
import { AnswerShape, usageOf, type Usage } from "./answer-shape.js";
import type { Faults } from "./faults.js";
import type { GenerationRequest } from "./generation-request.js";
import type { Generation, Generations } from "./generations.js";

const STREAM_HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" };

/** Runs a request and answers it; a client that goes away ends its sequences. */
export function respond(
  generations: Generations,
  request: GenerationRequest,
  response: ServerResponse,
  faults: Faults,
): void {
  const answer = new Answer(request, response, faults);
  const generation = generations.start(request, answer);
  answer.open(generation);
  response.once("close", () => generation.abort());
}

function reportedUsage(request: GenerationRequest, generation: Generation, faults: Faults): Usage | null {
  const { outputTokens, cachedTokens } = generation;
  const promptTokens = request.prompt.length;
  switch (faults.usage) {
    case "right":
      return usageOf(promptTokens, outputTokens, cachedTokens);
    case "wrong":
      return usageOf(2 * promptTokens, outputTokens + 7, cachedTokens);
    case "none":
      return null;
  }
}

class Answer {
  private generation: Generation | null = null;
  private shape: AnswerShape | null = null;
  private readonly held: string[] = [];
  private chunks = 0;
  private isCut = false;

  constructor(
    private readonly request: GenerationRequest,
    private readonly response: ServerResponse,
    private readonly faults: Faults,
  ) {}

  open(generation: Generation): void {
    this.generation = generation;
    this.shape = new AnswerShape(
      this.request,
      `${this.request.kind === "chat" ? "chatcmpl" : "cmpl"}-${generation.id}`,
    );
  }

  token(choice: number, index: number): void {
    const plan = this.generation?.plans[choice];
    if (!plan || !this.shape || !this.request.stream || this.isGone) return;
    if (!this.response.headersSent) this.openStream(this.shape);
    if (this.isGone) return;
    const isLast = index === plan.tokens.length - 1;
    const finishReason = isLast ? this.finishReason(plan.finishReason) : null;
    this.event(this.shape.pieceChunk({ choice, index, text: plan.tokens[index] as string, finishReason }));
    this.chunks += 1;
    if (this.chunks === this.faults.cutAfterChunks) this.cut();
  }

  complete(): void {
    if (!this.generation || !this.shape || this.isGone) return;
    const usage = reportedUsage(this.request, this.generation, this.faults);
    if (!this.request.stream) {
      const choices = this.generation.plans.map(({ tokens, finishReason }) => ({
        texts: tokens,
        finishReason: this.finishReason(finishReason),
      }));
      if (this.faults.cutAfterChunks !== null) this.cut();
      else this.response.setHeader("content-type", "application/json").end(this.shape.whole(choices, usage));
      return;
    }
    if (this.request.includeUsage && usage) this.held.push(event(this.shape.usageChunk(usage)));
    this.held.push(event("[DONE]"));
    this.flush();
    this.response.end();
  }

  private get isGone(): boolean {
    return this.isCut || this.response.destroyed;
  }

  private openStream(shape: AnswerShape): void {
    this.response.writeHead(200, STREAM_HEADERS);
    for (let choice = 0; choice < this.request.choices; choice += 1) {
      const chunk = shape.roleChunk(choice);
      if (chunk !== null) this.held.push(event(chunk));
    }
    if (this.faults.cutAfterChunks === 0) this.cut();
  }

  private event(data: string): void {
    this.held.push(event(data));
    if (this.held.length >= this.faults.burst) this.flush();
  }

  private flush(): void {
    if (!this.response.destroyed) this.response.write(this.held.join(""));
    this.held.length = 0;
  }

  /** What was written so far reaches the client before the connection breaks. */
  private cut(): void {
    this.flush();
    this.isCut = true;
    setImmediate(() => this.response.destroy());
  }

  private finishReason(reason: string): string {
    return this.request.tool !== null && reason === "stop" ? "tool_calls" : reason;
  }
}

function event(data: string): string {
  return `data: ${data}\n\n`;
}
