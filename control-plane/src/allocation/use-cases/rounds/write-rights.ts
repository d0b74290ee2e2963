import { guardRefusal, type Condition } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import { hundredths, topAllocations, type PlacedAllocation } from "../../domain/allocation.js";
import { cutOrder, type CutPlan } from "../../domain/rounds/cut-order.js";
import { plannedRights, type NodeGrant, type PlannedRight } from "../../domain/rounds/planned-rights.js";
import { spansOf, type Span } from "../../domain/rounds/quarter-span.js";
import { replacesRights, type Round } from "../../domain/rounds/round.js";
import { nodeOf, type RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { placed } from "../placed-allocations.js";
import { lineNodes } from "./round-access.js";

/** A right that was written, for the journal. */
export interface WrittenRight {
  readonly poolId: string;
  readonly nodeId: string;
  readonly quarter: string;
  readonly nominal: number;
  readonly guarantee: number;
  readonly before: number;
}

export interface Written {
  readonly rights: readonly WrittenRight[];
  /** How each pool gives back what its holders lose at once. */
  readonly cuts: Readonly<Record<string, CutPlan["steps"]>>;
}

/**
 * Writes what a round grants as rights of the tree, from the latest of now and each quarter's beginning. Pools are locked
 * in one order and each sum is checked again: what no longer fits is refused, and nothing is written.
 */
export async function writeRights(
  ctx: Context,
  ports: RoundPorts,
  round: Round,
  lines: readonly RoundLine[],
): Promise<Result<Written>> {
  const nodes = await lineNodes(ctx, ports, lines);
  const pools = await ports.roundPools.describe(
    ctx,
    round.pools.map(({ poolId }) => poolId),
  );
  const rights: WrittenRight[] = [];
  const cuts: Record<string, CutPlan["steps"]> = {};
  for (const pool of pools) {
    await ports.allocations.lockPool(ctx, pool.id);
    for (const [quarter, span] of spansFromNow(round, ctx.clock.now())) {
      const present = await placed(ctx, ports.nodes, await ports.allocations.listAt(ctx, pool.id, span.from));
      const grants = grantsOf(lines, nodes, pool.id, quarter);
      const planned = plannedRights({ present, grants, ministries: nodes, replaces: replacesRights(round) });
      const unmet = overCapacity(pool.gpuCount, pool.id, round.quarters[quarter] ?? "", present, planned);
      if (unmet !== null) return refuse(noLongerFits(unmet));
      const changed = planned.filter((right) => isChange(present, right));
      for (const { path: _, ...right } of changed)
        await ports.allocations.plan(
          ctx,
          { ...right, id: ctx.ids.next(), poolId: pool.id },
          { ...span, roundId: round.id },
        );
      rights.push(...changed.map((right) => written(pool.id, round.quarters[quarter] ?? "", present, right)));
      const isNow = span.from <= ctx.clock.now();
      const steps = isNow ? cutSteps(present, changed, lines) : [];
      if (steps.length > 0) cuts[pool.id] = steps;
    }
  }
  return ok({ rights, cuts });
}

/** Quarters that are not over, from now at the earliest. */
function* spansFromNow(round: Round, now: Date): Iterable<readonly [number, Span]> {
  for (const [quarter, span] of spansOf(round).entries()) {
    if (span === null || (span.to !== null && span.to <= now)) continue;
    yield [quarter, { from: span.from < now ? now : span.from, to: span.to }];
  }
}

const grantsOf = (
  lines: readonly RoundLine[],
  nodes: Awaited<ReturnType<typeof lineNodes>>,
  poolId: string,
  quarter: number,
): readonly NodeGrant[] =>
  lines.flatMap((line) => {
    const node = nodes.get(nodeOf(line));
    const gpus = (line.placements?.[quarter] ?? []).find((each) => each.poolId === poolId)?.gpus ?? 0;
    return node === undefined ? [] : [{ node, gpus }];
  });

const isChange = (present: readonly PlacedAllocation[], right: PlannedRight): boolean => {
  const before = present.find(({ nodeId }) => nodeId === right.nodeId);
  return before === undefined ? right.nominal > 0 : before.nominal !== right.nominal;
};

const nominalBefore = (present: readonly PlacedAllocation[], nodeId: string): number =>
  present.find((each) => each.nodeId === nodeId)?.nominal ?? 0;

const written = (
  poolId: string,
  quarter: string,
  present: readonly PlacedAllocation[],
  { nodeId, nominal, guarantee }: PlannedRight,
): WrittenRight => ({ poolId, nodeId, quarter, nominal, guarantee, before: nominalBefore(present, nodeId) });

function overCapacity(
  gpuCount: number,
  poolId: string,
  quarter: string,
  present: readonly PlacedAllocation[],
  planned: readonly PlannedRight[],
): Condition | null {
  const changed = new Set(planned.map(({ nodeId }) => nodeId));
  const after = [
    ...present.filter(({ nodeId }) => !changed.has(nodeId)),
    ...planned.map((right) => ({ ...right, id: right.nodeId, poolId })),
  ];
  const owed = topAllocations(after).reduce((sum, { nominal }) => sum + hundredths(nominal), 0);
  if (owed <= gpuCount * 100) return null;
  const message = `${poolId} in ${quarter}: ${String(owed / 100)} GPU owed of ${String(gpuCount)}`;
  return { code: "allocation.pool_capacity", met: false, message };
}

const noLongerFits = (condition: Condition) =>
  guardRefusal("round.no_longer_fits", `The grants no longer fit: ${condition.message}. Solve the round again.`, [
    condition,
  ]);

/** Rights that fall at once, in the order in which they are given back. */
function cutSteps(
  present: readonly PlacedAllocation[],
  changed: readonly PlannedRight[],
  lines: readonly RoundLine[],
): CutPlan["steps"] {
  const lowered = changed.filter(({ nodeId, nominal }) => nominal < nominalBefore(present, nodeId));
  if (lowered.length === 0) return [];
  const holders = lowered.map(({ nodeId, guarantee }) => ({
    ...{ nodeId, guarantee: Math.ceil(guarantee), nominal: Math.ceil(nominalBefore(present, nodeId)), borrowed: 0 },
    criticality: lines.find((line) => [nodeOf(line), line.ministryId].includes(nodeId))?.criticality ?? 4,
  }));
  return cutOrder(
    holders,
    lowered.reduce((sum, { nominal }) => sum + Math.floor(nominal), 0),
  ).steps;
}
