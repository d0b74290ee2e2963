import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import type { AskedJob, Turn } from "../../../platform/jobs/job.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { computeConsolidation, type ComputationPorts } from "../../use-cases/consolidation/compute-consolidation.js";
import { COMPUTE_CONSOLIDATION } from "../../use-cases/consolidation/request-consolidation.use-case.js";
import { endComputation } from "../../use-cases/consolidation/end-computation.use-case.js";

const actor = systemActor("consolidation");

/** Computes what was asked for, one at a time. */
export class ConsolidationJobs implements AskedJob {
  readonly name = COMPUTE_CONSOLIDATION;
  readonly atOnce = 1;

  constructor(
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly ports: ComputationPorts,
  ) {}

  run(id: string, { signal }: Turn): Promise<void> {
    return computeConsolidation(this.ports, this.runner, (work) => this.write(work), id, signal);
  }

  async giveUp(id: string): Promise<void> {
    const why = "The computation was interrupted every time; ask for it again.";
    await this.runner.run(actor, endComputation(this.ports), { id, outcome: { kind: "failed", why } });
  }

  /** Progress: no snapshot shows it. */
  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.transactions.write(actor, "capacity.consolidation-progress", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
