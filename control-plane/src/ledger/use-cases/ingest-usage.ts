import type { RequestRecordV1, UsageAcknowledgementV1, UsageBatchV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { freshRecords, misplacedRecord, type BatchFault } from "../domain/batch.js";
import { entryOf } from "../domain/ledger-entry.js";
import { amountsOf } from "../domain/record-amounts.js";
import type { SettledCharge } from "../ports/usage-settlement.port.js";
import type { LedgerPorts } from "../ports/ledger-ports.js";

type Ports = Pick<LedgerPorts, "ledger" | "tree" | "settle">;

/**
 * Takes a batch of a replica's records in: records, roll-ups, leases and high-water mark, all in the context's
 * transaction. What the ledger already holds is passed over, so a batch sent twice is counted once. What the replica set
 * aside is remembered, so that it is counted once when it comes after all.
 */
export const ingestUsage =
  (ports: Ports) =>
  async (ctx: Context, batch: UsageBatchV1): Promise<UsageAcknowledgementV1 | BatchFault> => {
    const misplaced = misplacedRecord(batch);
    if (misplaced !== null) return misplaced;
    const { replica, epoch } = batch;
    const known = await ports.ledger.lockTakenIn(ctx, replica, epoch);
    const chosen = freshRecords(batch, known);
    if ("kind" in chosen) return chosen;
    const { fresh, after } = chosen;
    if (fresh.length > 0) {
      await append(ctx, ports, fresh);
      await ports.settle(ctx, replica, epoch, fresh.flatMap(chargeOf));
    }
    if (fresh.length > 0 || after.highWater > known.highWater) {
      await ports.ledger.setTakenIn(ctx, replica, epoch, after);
    }
    return { highWater: after.highWater };
  };

async function append(ctx: Context, ports: Ports, records: readonly RequestRecordV1[]): Promise<void> {
  const named = records.flatMap(({ decision, usage }) => usage?.organisationId ?? decision.organisationId ?? []);
  const root = await ports.tree.root(ctx);
  const known = await ports.tree.known(ctx, [...new Set(named)]);
  await ports.ledger.append(
    ctx,
    records.map((record) => entryOf(record, root, known)),
  );
}

/** The period is that of the decision: it is then that the block was taken. */
function chargeOf(record: RequestRecordV1): SettledCharge[] {
  if (record.usage === null) return [];
  const { applicationId, useCaseId, organisationId, modelId, charges: leased = [] } = record.usage;
  const at = new Date(record.decision.at);
  return [{ applicationId, useCaseId, organisationId, modelId, at, amounts: amountsOf(record), leased }];
}
