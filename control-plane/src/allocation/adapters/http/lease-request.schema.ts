import { z } from "zod";
import type { LeaseRequestV1 } from "@socle/contracts";

const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const lines = <T extends z.ZodType>(line: T) => z.array(line).max(100_000).readonly();

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
});
