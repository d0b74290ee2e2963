import type { Clock } from "../kernel/clock.js";
import type { AnswerMeta } from "../kernel/inference.port.js";
import type { RequestTrace, Stage } from "../kernel/telemetry.port.js";

type Overhead = AnswerMeta["overhead"];
type OwnStage = keyof Overhead;

/** Socle's own time by stage, monotonic milliseconds: each lap runs from the end of the one before. */
export class StageClock {
  private readonly spent: Record<OwnStage, number> = { ingress: 0, identify: 0, admit: 0, queue: 0, pick: 0 };
  private last: number;

  constructor(
    private readonly clock: Pick<Clock, "monotonic">,
    private readonly startedAt: number,
    private readonly trace: RequestTrace,
  ) {
    this.last = startedAt;
  }

  lap(stage: OwnStage): void {
    const now = this.clock.monotonic();
    this.spent[stage] += now - this.last;
    this.trace.stage(stage, this.last, now);
    this.last = now;
  }

  /** Time that no own stage answers for, such as a model server's. */
  skip(stage: Exclude<Stage, OwnStage>): void {
    const now = this.clock.monotonic();
    this.trace.stage(stage, this.last, now);
    this.last = now;
  }

  overhead(): Overhead {
    return { ...this.spent };
  }

  /** Since the request's first byte. */
  total(): number {
    return this.clock.monotonic() - this.startedAt;
  }
}
