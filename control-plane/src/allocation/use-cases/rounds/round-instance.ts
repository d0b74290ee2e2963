import { digestOf } from "../../../kernel/canonical-json.js";
import type { Context } from "../../../kernel/use-case.js";
import { canonical, type RoundInstance, type RoundNeed } from "../../domain/round-program/instance.js";
import { slicesOf } from "../../domain/rounds/pool-slices.js";
import { spansOf } from "../../domain/rounds/quarter-span.js";
import { replacesRights, type Round } from "../../domain/rounds/round.js";
import { nodeOf, type RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { placed } from "../placed-allocations.js";
import { lineNodes } from "./round-access.js";

/** Everything a round is decided from, read in one transaction, in canonical order. */
export async function readInstance(
  ctx: Context,
  ports: RoundPorts,
  round: Round,
  lines: readonly RoundLine[],
): Promise<RoundInstance> {
  const nodes = await lineNodes(ctx, ports, lines);
  const pathOf = (line: RoundLine): readonly string[] =>
    nodes.get(nodeOf(line))?.path.slice(0, -1) ?? [line.organisationId, line.ministryId];
  const asking = new Set(lines.flatMap(pathOf));
  const decided = new Set(replacesRights(round) ? lines.map(({ ministryId }) => ministryId) : []);
  const starts = spansOf(round).map((span) => span?.from ?? null);
  const pools = await ports.roundPools.describe(
    ctx,
    round.pools.map(({ poolId }) => poolId),
  );
  const slices = [];
  const held = new Map<string, Record<string, number>>();
  for (const pool of pools) {
    const terms = round.pools.find(({ poolId }) => poolId === pool.id);
    if (terms === undefined) continue;
    const rights = [];
    for (const from of starts) {
      const at = from === null || from < ctx.clock.now() ? ctx.clock.now() : from;
      rights.push(await placed(ctx, ports.nodes, await ports.allocations.listAt(ctx, pool.id, at)));
    }
    for (const { nodeId, nominal } of rights[0] ?? [])
      held.set(nodeId, { ...held.get(nodeId), [pool.id]: Math.floor(nominal) });
    const open = slicesOf({ pool, terms, rights, decided, asking });
    slices.push(
      ...open.map((slice) => ({ ...slice, gpus: slice.gpus.map((gpus, at) => (starts[at] === null ? 0 : gpus)) })),
    );
  }
  const needs = lines.map((line): RoundNeed => needOf(line, pathOf(line), held.get(nodeOf(line)) ?? {}));
  return canonical({ quarters: round.quarters, needs, slices });
}

const needOf = (line: RoundLine, path: readonly string[], held: Readonly<Record<string, number>>): RoundNeed => ({
  id: line.id,
  path,
  ministryId: line.ministryId,
  gpuClasses: line.gpuClasses,
  labels: line.labels,
  criticality: line.criticality,
  score: line.score,
  declaredAt: line.declaredAt.toISOString(),
  asks: line.asks.map((ask) =>
    ask === null || ask.likely === 0 ? null : { gpus: ask.likely, minUseful: ask.minUseful },
  ),
  held,
});

/** What is put to the vote: who gets which GPUs where. */
export const grantsDigest = (lines: readonly RoundLine[]): string =>
  digestOf([...lines].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, placements }) => [id, placements]));
