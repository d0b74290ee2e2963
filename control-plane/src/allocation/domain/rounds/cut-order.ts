import { apportion } from "@socle/contracts";
import type { Criticality } from "../round-program/instance.js";

/** A right in a pool that shrinks, in whole GPUs. */
export interface CutHolder {
  readonly nodeId: string;
  readonly criticality: Criticality;
  readonly nominal: number;
  readonly guarantee: number;
  /** GPUs it uses over its right. */
  readonly borrowed: number;
}

export type CutStep =
  /** No request beyond anybody's right is admitted any more. */
  | { readonly kind: "stop_borrowing" }
  /** Requests that run on borrowed GPUs end; none is cut. */
  | { readonly kind: "drain"; readonly nodeId: string; readonly gpus: number }
  /** The right over the guarantee shrinks. */
  | { readonly kind: "lower_right"; readonly nodeId: string; readonly gpus: number };

export interface CutPlan {
  readonly steps: readonly CutStep[];
  /** GPUs by which the pool is short of its guarantees; a plan takes none of them. */
  readonly shortOfGuarantees: number;
}

/**
 * In which order a pool gives GPUs back: no new borrower, borrowed GPUs as their requests end, then rights over
 * guarantees, least critical class first and in proportion inside one. Never under a guarantee.
 * @param gpus whole GPUs that remain
 */
export function cutOrder(holders: readonly CutHolder[], gpus: number): CutPlan {
  const total = holders.reduce((sum, { nominal }) => sum + nominal, 0);
  const borrowers = holders.filter(({ borrowed }) => borrowed > 0);
  const steps: CutStep[] = [{ kind: "stop_borrowing" }];
  for (const { nodeId, borrowed } of borrowers) steps.push({ kind: "drain", nodeId, gpus: borrowed });
  let missing = Math.max(0, total - gpus);
  for (const criticality of [4, 3, 2, 1] as const) {
    const inClass = holders.filter((holder) => holder.criticality === criticality);
    const spare = inClass.map(({ nominal, guarantee }) => Math.max(0, nominal - guarantee));
    const taken = Math.min(
      missing,
      spare.reduce((sum, each) => sum + each, 0),
    );
    const parts = apportion(taken, spare);
    for (const [index, { nodeId }] of inClass.entries()) {
      const part = parts[index] ?? 0;
      if (part > 0) steps.push({ kind: "lower_right", nodeId, gpus: part });
    }
    missing -= taken;
  }
  return { steps, shortOfGuarantees: missing };
}
