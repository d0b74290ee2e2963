import type { Engine } from "../engine/engine.js";
import type { SequenceSpec } from "../engine/sequence.js";
import type { Clock } from "./clock.js";

/** Told what happens to sequences, with the engine time at which it does. */
export interface SequenceListener {
  admitted(id: string, cachedTokens: number, at: number): void;
  token(id: string, index: number, at: number): void;
  finished(id: string, at: number): void;
}

/**
 * Runs an engine's steps on a clock. A busy engine starts a step at the very instant the one before ends, so a timer that
 * fires late delays what is seen but not what is modelled.
 */
export class EngineDriver {
  /** Multiplies the duration of each step; above 1 the server is slow. */
  slowFactor = 1;
  private stepEnd: number | null = null;
  private woken = false;

  constructor(
    readonly engine: Engine,
    private readonly clock: Clock,
    private readonly listener: SequenceListener,
  ) {}

  submit(spec: SequenceSpec): void {
    this.engine.submit(spec);
    if (this.stepEnd !== null || this.woken) return;
    this.woken = true;
    this.clock.at(this.clock.now(), () => {
      this.woken = false;
      this.begin(this.clock.now());
    });
  }

  abort(id: string): void {
    this.engine.abort(id);
  }

  private begin(now: number): void {
    const step = this.engine.beginStep();
    if (!step) {
      this.stepEnd = null;
      return;
    }
    for (const { id, cachedTokens } of step.admitted) this.listener.admitted(id, cachedTokens, now);
    this.stepEnd = now + step.durationMs * this.slowFactor;
    this.clock.at(this.stepEnd, () => this.end());
  }

  private end(): void {
    const at = this.stepEnd as number;
    const { tokens, finished } = this.engine.endStep();
    for (const { id, index } of tokens) this.listener.token(id, index, at);
    for (const id of finished) this.listener.finished(id, at);
    this.begin(at);
  }
}
