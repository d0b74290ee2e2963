import { z } from "zod";
import { guardRefusal, notFound } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { CallingEpoch, LeaseStore } from "../ports/lease-store.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import { readCeilings, type CeilingPorts } from "./read-ceilings.js";

export interface CloseLostEpochPorts extends CeilingPorts {
  readonly nodes: NodeDirectory;
  readonly leases: LeaseStore;
}

/** Far longer than any lease: what the epoch held, its process can no longer count on. */
const SILENT_MINUTES = 10;

const input = z.object({
  replica: z.string().min(1).max(200),
  epoch: z.number().int().positive(),
  reason: z.string().trim().min(10).max(2000),
});
export type CloseLostEpochInput = z.output<typeof input>;

export interface ClosedEpoch {
  readonly replica: string;
  readonly epoch: number;
  /** Blocks that were counted as used, and blocks of requests at once that were freed. */
  readonly spentBlocks: number;
  readonly freedBlocks: number;
}

export interface EpochAtHand {
  readonly calling: CallingEpoch;
  readonly root: string;
}

/**
 * Gives up the records of a scheduler's life whose state folder is gone. What it held of budgets counts as used, since
 * nobody can say what ran; what it held of requests at once is free again. The epoch is granted nothing from then on, and
 * records that turn up all the same are still counted.
 */
export const closeLostEpochUseCase = (
  ports: CloseLostEpochPorts,
): UseCase<CloseLostEpochInput, EpochAtHand, ClosedEpoch> => ({
  name: "allocation.close-lost-epoch",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { replica, epoch }) {
    const calling = await ports.leases.findEpoch(ctx, replica, epoch);
    if (calling === undefined) return refuse(notFound("epoch", `${replica}/${String(epoch)}`));
    const root = await ports.nodes.root(ctx);
    return ok({ subject: { name: "Deployment", id: null, organisationId: root }, loaded: { calling, root } });
  },

  async handle(ctx, { replica, epoch, reason }, { calling: found, root }) {
    const calling = (await ports.leases.lockEpoch(ctx, replica, epoch)) ?? found;
    const silentMs = ctx.clock.now().getTime() - calling.lastCallAt.getTime();
    const minutes = Math.floor(silentMs / 60_000);
    const conditions = [
      {
        code: "epoch.silent",
        met: silentMs >= SILENT_MINUTES * 60_000,
        message: `the last call was ${String(minutes)} min ago, ${String(SILENT_MINUTES)} are needed`,
      },
      { code: "epoch.not_closed", met: !calling.lost, message: "the epoch is not closed yet" },
    ];
    const unmet = conditions.filter(({ met }) => !met);
    if (unmet.length > 0) {
      const why = unmet.map(({ message }) => message).join("; ");
      return refuse(guardRefusal("epoch.not_lost", `This epoch cannot be given up: ${why}.`, conditions));
    }
    const value = await countBlocks(ctx, ports, replica, epoch);
    await ports.leases.markLost(ctx, replica, epoch);
    const data = { ...value, reason };
    return ok({ value, event: { organisationId: root, subjectType: "Deployment", subjectId: null, data } });
  },
});

async function countBlocks(
  ctx: Parameters<LeaseStore["open"]>[0],
  ports: CloseLostEpochPorts,
  replica: string,
  epoch: number,
): Promise<ClosedEpoch> {
  const held = await ports.leases.heldPeriods(ctx, replica, [epoch]);
  const ceilings = await readCeilings(
    ctx,
    ports,
    held.map(({ budgetId }) => budgetId),
  );
  const book = await ports.leases.open(ctx, replica, held, []);
  let spentBlocks = 0;
  let freedBlocks = 0;
  for (const period of held) {
    const free = ceilings.get(period.budgetId)?.held === true;
    if (free) {
      book.giveBack(period, { replica, epoch }, Infinity);
      freedBlocks += 1;
    } else if (book.spend(period, { replica, epoch }) > 0) spentBlocks += 1;
  }
  await ports.leases.apply(ctx, book);
  return { replica, epoch, spentBlocks, freedBlocks };
}
