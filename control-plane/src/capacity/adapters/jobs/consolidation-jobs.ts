import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { computeConsolidation, type ComputationPorts } from "../../use-cases/consolidation/compute-consolidation.js";

const INTERVAL_MS = 2_000;
/** Without a sign of life for this long, whoever computed it is gone and it is computed again. */
const SILENT_MS = 60_000;
const actor = systemActor("consolidation");

/**
 * Computes what was asked for, one at a time, also what a process that died left behind. Several control planes may look;
 * one of them takes each.
 */
export class ConsolidationJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;

  constructor(
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly ports: ComputationPorts,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.working;
  }

  /** Looks for work now. */
  wake(): void {
    // A database that is away is told of by its own checks; the next look finds what this one missed.
    this.working ??= this.work()
      .catch(() => undefined)
      .finally(() => {
        this.working = null;
      });
  }

  private async work(): Promise<void> {
    const { consolidations } = this.ports;
    const waiting = await this.runner.read(actor, (ctx) => consolidations.waiting(ctx, silentSince(ctx)));
    for (const each of waiting) {
      const taken = await this.write((ctx) => consolidations.claim(ctx, each.id, silentSince(ctx), ctx.clock.now()));
      if (taken) await computeConsolidation(this.ports, this.runner, (work) => this.write(work), each);
    }
  }

  /** Signs of life: no snapshot shows them. */
  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.transactions.write(actor, "capacity.consolidation-progress", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}

const silentSince = (ctx: Context): Date => new Date(ctx.clock.now().getTime() - SILENT_MS);
