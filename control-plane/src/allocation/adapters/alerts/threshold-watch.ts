import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import { systemActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { THRESHOLDS } from "../../domain/budget.js";
import type { BudgetAlertStore } from "../../ports/budget-alert.port.js";
import type { noteThresholdUseCase } from "../../use-cases/note-threshold.use-case.js";

const INTERVAL_MS = 5_000;
const actor = systemActor("thresholds");

/**
 * Looks every few seconds for budgets that reached a threshold and has it told once: apart from the ingestion of usage,
 * which must not wait for it. Several control planes may look; the store lets one of them tell.
 */
export class ThresholdWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: UseCaseRunner,
    private readonly alerts: BudgetAlertStore,
    private readonly note: ReturnType<typeof noteThresholdUseCase>,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // A database that is away is told of by its own checks; the next look finds what this one missed.
      this.looking = this.look().catch(() => undefined);
    }, INTERVAL_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
  }

  async look(): Promise<void> {
    const due = await this.runner.read(actor, (ctx) => this.alerts.due(ctx, ctx.clock.now(), THRESHOLDS));
    for (const crossing of due) await this.runner.run(actor, this.note, crossing);
  }
}
