import { setTimeout as sleep } from "node:timers/promises";
import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { openAiCaller, type Answer, type Caller } from "./caller.ts";
import type { Participant } from "./replay-trace.ts";
import { fillerPrompt } from "./trace.ts";

const MODEL = "redaction";
/**
 * All requests are of one size, so that each costs the same GPU-seconds: some five, mostly of its prompt, so that few
 * requests a second fill the rights and a slow machine measures the same.
 */
const SIZE = { inputTokens: 4000, outputTokens: 32 } as const;
/** A line that is full refuses at once; whoever asks again does not hammer it. */
const AFTER_REFUSAL_MS = 500;

/** While a request ran in a model server, by this process's clock; its wait at the scheduler is left out. */
interface Service {
  readonly from: number;
  readonly to: number;
  readonly decisionId: string;
}

/** An application that keeps so many requests under way, one line each, until it is told to stop. */
export class BusyLines {
  readonly key: string;
  private readonly participant: Participant;
  private readonly services: Service[] = [];
  private readonly lines: Promise<unknown>;
  private stopped = false;

  constructor(run: RunFile, application: string, participant: Participant, backlog: number, salt: number) {
    this.participant = participant;
    this.key = run.keys.find((each) => each.application === application)?.key ?? "";
    const caller = openAiCaller({ url: run.inferenceUrl, key: this.key, model: MODEL }, false);
    this.lines = Promise.all(Array.from({ length: backlog }, (_, line) => this.oneLine(caller, salt * 1000 + line)));
    // Its failure is told by `stop`.
    this.lines.catch(() => undefined);
  }

  /** Answers so far. */
  get answers(): number {
    return this.services.length;
  }

  /** Ends each line after its present request. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.lines;
  }

  /**
   * Answers served in a window, each counted by the part of its service that fell within it. Requests that still run are
   * not known yet: ask once the lines have stopped.
   */
  servedBetween(from: number, to: number): number {
    const within = ({ from: begun, to: ended }: Service): number =>
      Math.max(0, Math.min(ended, to) - Math.max(begun, from)) / (ended - begun);
    return this.services.reduce((sum, service) => sum + within(service), 0);
  }

  /** Decision of the last answer whose service began after an instant; null when there is none yet. */
  decisionAfter(instant: number): string | null {
    return this.services.findLast(({ from }) => from >= instant)?.decisionId ?? null;
  }

  private async oneLine(caller: Caller, line: number): Promise<void> {
    for (let turn = 0; !this.stopped; turn += 1) {
      const begun = performance.now();
      const outcome = await caller.call(fillerPrompt(SIZE.inputTokens, 1000 + line * 1000 + turn), SIZE.outputTokens);
      this.participant.outcomes.push(outcome);
      if ("refusal" in outcome) await sleep(AFTER_REFUSAL_MS);
      else this.services.push(serviceOf(outcome.answer, begun));
    }
  }
}

const serviceOf = ({ queueMs, decisionId }: Answer, begun: number): Service => ({
  from: begun + queueMs,
  to: performance.now(),
  decisionId,
});
