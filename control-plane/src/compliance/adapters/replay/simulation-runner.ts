import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { Logger } from "pino";
import { systemActor, type Actor } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { SILENT_AFTER_MS, type Simulation } from "../../domain/simulation/simulation.js";
import type { ReplayEngine, ReplayRun } from "../../ports/simulation/replay-engine.port.js";
import type { SimulationEnd, SimulationStore } from "../../ports/simulation/simulation-store.port.js";
import type { recordSimulation } from "../../use-cases/simulation/record-simulation.use-case.js";
import type { requestSimulation, StartedSimulation } from "../../use-cases/simulation/request-simulation.use-case.js";

const BEAT_MS = 1000;
const system = systemActor("simulation");

export interface SimulationRunnerParts {
  readonly runner: UseCaseRunner;
  readonly transactions: Transactions;
  readonly simulations: SimulationStore;
  readonly engine: ReplayEngine;
  readonly request: ReturnType<typeof requestSimulation>;
  readonly record: ReturnType<typeof recordSimulation>;
  readonly logger: Logger;
}

/**
 * Runs simulations in this process: a worker each, a sign of life a second (which also brings the wish to cancel, wherever
 * it was expressed), and one transaction at the end. A process that dies leaves a silent run, which any other declares
 * failed.
 */
export class SimulationRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Map<string, ReplayRun>();
  private readonly ends = new Set<Promise<void>>();
  private sweep: NodeJS.Timeout | null = null;

  constructor(private readonly parts: SimulationRunnerParts) {}

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => void this.failSilent(), SILENT_AFTER_MS);
    this.sweep.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.sweep !== null) clearInterval(this.sweep);
    for (const run of this.running.values()) run.cancel();
    await Promise.all(this.ends);
  }

  /** Notes the simulation, then begins it; the answer is the simulation as it begins. */
  async begin(actor: Actor, request: unknown): Promise<Result<Simulation>> {
    const started = await this.parts.runner.run(actor, this.parts.request, request);
    if (!started.ok) return started;
    const end = this.carryOut(started.value).finally(() => this.ends.delete(end));
    this.ends.add(end);
    return { ok: true, value: started.value.simulation };
  }

  /** Resolves once no simulation of this process runs. */
  async idle(): Promise<void> {
    await Promise.all(this.ends);
  }

  private async carryOut({ simulation, task }: StartedSimulation): Promise<void> {
    let done = 0;
    const run = this.parts.engine.start(task, (progress) => {
      done = progress;
    });
    this.running.set(simulation.id, run);
    const beat = setInterval(() => void this.beat(simulation.id, done, run), BEAT_MS);
    try {
      const answer = await run.answer;
      const recorded = await this.parts.runner.run(system, this.parts.record, { simulation, task, answer });
      if (!recorded.ok) await this.finish(simulation, { state: "failed", failure: recorded.refusal.code });
    } catch (error) {
      await this.giveUp(simulation, error);
    } finally {
      clearInterval(beat);
      run.cancel();
      this.running.delete(simulation.id);
    }
  }

  private async beat(id: string, done: number, run: ReplayRun): Promise<void> {
    // A database that is away ends no run: silence is judged by what others see of it.
    const lives = await this.write((ctx) => this.parts.simulations.beat(ctx, id, done)).catch(() => true);
    if (!lives) run.cancel();
  }

  private async giveUp(simulation: Simulation, error: unknown): Promise<void> {
    const { simulations, runner, logger } = this.parts;
    const found = await runner.read(system, (ctx) => simulations.find(ctx, simulation.id)).catch(() => null);
    if (found?.cancelRequested === true) return this.finish(simulation, { state: "cancelled", failure: null });
    logger.warn({ event: "simulation.failed", simulation: simulation.id, reason: reasonOf(error) });
    return this.finish(simulation, { state: "failed", failure: "simulation.replay_failed" });
  }

  private async finish(simulation: Simulation, end: SimulationEnd): Promise<void> {
    await this.write((ctx) => this.parts.simulations.finish(ctx, simulation, end)).catch(() => false);
  }

  private async failSilent(): Promise<void> {
    await this.write((ctx) =>
      this.parts.simulations.failSilent(ctx, new Date(ctx.clock.now().getTime() - SILENT_AFTER_MS)),
    ).catch(() => 0);
  }

  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.parts.transactions.write(system, "compliance.simulation", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
