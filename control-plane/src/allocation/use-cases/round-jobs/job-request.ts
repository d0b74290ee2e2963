import { z } from "zod";
import type { RoundInstance } from "../../domain/round-program/instance.js";

/** A change of the copy that *what if* is computed on. */
const change = z.object({
  /** GPUs added to a pool (taken from it when negative), in each quarter. */
  pools: z
    .array(z.object({ poolId: z.uuid(), gpus: z.number().int().min(-100_000).max(100_000) }))
    .max(200)
    .default([]),
  lines: z
    .array(
      z.object({
        lineId: z.uuid(),
        /** GPUs of each quarter that asks for something. */
        gpus: z.number().int().nonnegative().max(100_000).nullish(),
        criticality: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullish(),
      }),
    )
    .max(2000)
    .default([]),
});
export type RoundChange = z.output<typeof change>;

export const jobRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("solve"), roundId: z.uuid() }),
  z.object({ kind: z.literal("what_if"), roundId: z.uuid(), change }),
  z.object({ kind: z.literal("unlock"), roundId: z.uuid(), lineId: z.uuid(), quarter: z.string(), poolId: z.uuid() }),
]);
export type JobRequest = z.output<typeof jobRequest>;

/** The copy with its changes; the round itself knows nothing of it. */
export function changed(instance: RoundInstance, { pools, lines }: RoundChange): RoundInstance {
  const more = new Map(pools.map(({ poolId, gpus }) => [poolId, gpus]));
  const others = new Map(lines.map((line) => [line.lineId, line]));
  return {
    ...instance,
    slices: instance.slices.map((slice) => {
      const added = slice.reservedFor === null ? (more.get(slice.poolId) ?? 0) : 0;
      return { ...slice, gpus: slice.gpus.map((gpus) => Math.max(0, gpus + added)) };
    }),
    needs: instance.needs.map((need) => {
      const { gpus, criticality } = others.get(need.id) ?? {};
      const asks = need.asks.map((ask) => {
        if (ask === null || gpus == null) return ask;
        return gpus === 0 ? null : { gpus, minUseful: Math.min(ask.minUseful, gpus) };
      });
      return { ...need, asks, criticality: criticality ?? need.criticality };
    }),
  };
}
