import { z } from "zod";
import type { LeaseRequestV1, PoolShareReportV1 } from "@socle/contracts";

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const lines = <T extends z.ZodType>(line: T) => z.array(line).max(100_000).readonly();

const amount = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER);
const sequences = z.number().int().nonnegative().max(10_000_000);
const name = z.string().min(1).max(400);
const poolReport: z.ZodType<PoolShareReportV1> = z.object({
  poolId: z.uuid(),
  // Corrections of estimates can make a tier's total fall below zero.
  given: lines(z.object({ nodeId: name, gpuSeconds: z.array(z.number()).max(3).readonly(), occupied: amount })),
  demand: lines(z.object({ deploymentId: name, nodeId: name, sequences, right: amount, weight: amount })),
  endpoints: lines(z.object({ endpointId: name, deploymentId: name, slots: sequences, holds: sequences })),
});

/** `LeaseRequestV1` as it must arrive; names are bounded, amounts are integers. */
export const leaseRequestSchema: z.ZodType<LeaseRequestV1> = z.object({
  replica: z.string().min(1).max(200),
  epoch: count,
  call: count,
  closedEpochs: lines(count),
  wants: lines(z.object({ budgetId: z.uuid(), least: count, wanted: count, useful: count.optional() })),
  returns: lines(z.object({ budgetId: z.uuid(), periodStart: z.number().int(), amount: count })),
  activity: lines(
    z.object({
      poolId: z.uuid(),
      nodeId: z.uuid(),
      running: z.number().int().nonnegative().max(1_000_000),
      waiting: z.number().int().nonnegative().max(1_000_000),
      gpuSeconds: z.number().nonnegative(),
      windowMs: z.number().positive(),
    }),
  ),
  // What cannot be read of the exchange never stands between a replica and its leases: its last shares then hold.
  pools: z.array(poolReport).max(1_000).readonly().optional().catch([]),
});
