import { systemActor } from "../../../kernel/actor.js";
import { Fault } from "../../../kernel/fault.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import type { CampaignRepository } from "../../ports/campaign-repository.port.js";
import type { ConsolidationEngine } from "../../ports/consolidation/consolidation-engine.port.js";
import type { ConsolidationSources } from "../../ports/consolidation/consolidation-sources.port.js";
import type { ConsolidationPorts } from "./consolidation.input.js";
import { endComputation } from "./end-computation.use-case.js";

export interface ComputationPorts extends ConsolidationPorts {
  readonly campaigns: CampaignRepository;
  readonly sources: ConsolidationSources;
  readonly engine: ConsolidationEngine;
}

/** Work in a committed transaction of the platform, without an event: progress is no decision. */
export type Write = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

const actor = systemActor("consolidation");

/**
 * One computation from its request to its end: reads everything in one transaction, computes, keeps. Told progress is
 * written as it comes; when it is refused, the consolidation was cancelled and nothing is kept.
 * @throws what stopped it without being its own fault, the end of `signal` among it: it may be tried again
 */
export async function computeConsolidation(
  ports: ComputationPorts,
  runner: UseCaseRunner,
  write: Write,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  let telling = tell(0.05);
  function tell(progress: number): Promise<void> {
    return write(async (ctx) => {
      if (!(await ports.consolidations.advance(ctx, id, progress))) over.abort(new Error("cancelled"));
    });
  }
  const end = (outcome: unknown) => runner.run(actor, endComputation(ports), { id, outcome });
  try {
    await telling;
    if (over.signal.aborted) return;
    const input = await runner.read(actor, (ctx) => readInput(ports, ctx, id));
    const progress = (share: number): void => {
      telling = telling.then(() => tell(0.1 + 0.8 * share));
    };
    const consolidated = await ports.engine.compute(input, progress, AbortSignal.any([over.signal, signal]));
    await telling;
    if (!over.signal.aborted) await end({ kind: "computed", input, consolidated });
  } catch (error) {
    await telling.catch(() => undefined);
    signal.throwIfAborted();
    if (error instanceof Fault) throw error;
    if (!over.signal.aborted)
      await end({ kind: "failed", why: error instanceof Error ? error.message.slice(0, 500) : "failed" });
  }
}

async function readInput(ports: ComputationPorts, ctx: Context, id: string): Promise<ConsolidationInput> {
  const consolidation = await ports.consolidations.find(ctx, id);
  const campaign = consolidation && (await ports.campaigns.find(ctx, consolidation.campaignId));
  if (campaign === null) throw new Error("The campaign is gone.");
  return ports.sources.read(ctx, campaign);
}
