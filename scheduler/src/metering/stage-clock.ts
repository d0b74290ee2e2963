import type { AnswerMeta } from "../kernel/inference.port.js";
import type { RequestTrace, Stage } from "../kernel/telemetry.port.js";

type Overhead = AnswerMeta["overhead"];
type OwnStage = keyof Overhead;

/** Socle's own time by stage: each lap runs from the end of the one before. */
export class StageClock {
  private readonly spent: Record<OwnStage, number> = { ingress: 0, identify: 0, admit: 0, queue: 0, pick: 0 };
  private last: number;

  constructor(
    startedAt: number,
    private readonly trace: RequestTrace,
  ) {
    this.last = startedAt;
  }

  lap(stage: OwnStage, now: number): void {
    this.spent[stage] += now - this.last;
    this.trace.stage(stage, this.last, now);
    this.last = now;
  }

  /** Time that no own stage answers for, such as a model server's. */
  skip(stage: Exclude<Stage, OwnStage>, now: number): void {
    this.trace.stage(stage, this.last, now);
    this.last = now;
  }

  overhead(): Overhead {
    return { ...this.spent };
  }
}
