import { z } from "zod";

export const roundId = z.uuid();
/** Version that whoever asks has seen; another one stored answers a conflict. */
export const expectedVersion = z.number().int().positive();
export const reason = z.string().trim().min(10).max(2000);
export const onRound = z.object({ roundId, expectedVersion, reason });
export type OnRound = z.output<typeof onRound>;

const gpus = z.number().int().nonnegative().max(100_000);
export const ask = z
  .object({ low: gpus, likely: gpus, high: gpus, minUseful: gpus })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, "low ≤ likely ≤ high")
  .refine(
    ({ likely, minUseful }) => minUseful <= likely && (likely === 0 || minUseful >= 1),
    "the least useful quantity is between 1 and what is likely",
  );
export const placement = z.object({ poolId: z.uuid(), gpus: gpus.positive() });
