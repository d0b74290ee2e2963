import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import { followed } from "../../../platform/jobs/followed.js";
import type { AskedJob, Turn } from "../../../platform/jobs/job.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { MOST_RUNNING } from "../../domain/simulation/simulation.js";
import type { ReplayAnswer, ReplayEngine, ReplayTask } from "../../ports/simulation/replay-engine.port.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";
import { recordSimulation } from "../../use-cases/simulation/record-simulation.use-case.js";
import { RUN_SIMULATION } from "../../use-cases/simulation/request-simulation.use-case.js";

const system = systemActor("simulation");

export interface SimulationJobsParts {
  readonly runner: UseCaseRunner;
  readonly transactions: Transactions;
  readonly ports: Pick<SimulationPorts, "simulations" | "directory">;
  readonly engine: ReplayEngine;
  readonly logger: Logger;
}

/** Replays rules over decisions, each simulation in a worker thread, and writes its result in one transaction at the end. */
export class SimulationJobs implements AskedJob {
  readonly name = RUN_SIMULATION;
  readonly atOnce = MOST_RUNNING;

  constructor(private readonly parts: SimulationJobsParts) {}

  async run(id: string, turn: Turn): Promise<void> {
    const { runner, ports } = this.parts;
    const { simulations } = ports;
    const simulation = await runner.read(system, (ctx) => simulations.find(ctx, id));
    const rules = await runner.read(system, (ctx) => simulations.rules(ctx, id));
    if (simulation?.state !== "running" || rules === null) return;
    const { organisationId, fromDay, toDay, legalDay } = simulation;
    const task = { organisationId, fromDay, toDay, legalDay, ...rules };
    const answer = await this.replay(id, task, turn);
    if (answer === null) return;
    const recorded = await runner.run(system, recordSimulation(ports), { simulation, task, answer });
    if (!recorded.ok) await this.fail(id, recorded.refusal.code);
  }

  giveUp(id: string): Promise<void> {
    return this.fail(id, "simulation.interrupted");
  }

  /** Null when there is nothing to record. A worker that dies is told of: another would die of the same. */
  private async replay(id: string, task: ReplayTask, turn: Turn): Promise<ReplayAnswer | null> {
    const { ports, engine, logger } = this.parts;
    const tell = (share: number) => this.write((ctx) => ports.simulations.advance(ctx, id, share));
    try {
      return await followed((progress) => engine.start(task, progress), turn, tell);
    } catch (error) {
      turn.signal.throwIfAborted();
      logger.warn({ event: "simulation.failed", simulation: id, reason: reasonOf(error) });
      await this.fail(id, "simulation.replay_failed");
      return null;
    }
  }

  private async fail(id: string, failure: string): Promise<void> {
    await this.write((ctx) => this.parts.ports.simulations.finish(ctx, id, { state: "failed", failure }));
  }

  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.parts.transactions.write(system, "compliance.simulation", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
