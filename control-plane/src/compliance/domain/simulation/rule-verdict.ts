import type { PoolDecisionV1, RuleReasonV1 } from "@socle/contracts";
import { blocks, type Finding } from "@socle/policies";
import { OUTPUT_LIMIT, POOL_ACTIVE } from "./recorded-decision.js";

/** What rules make of a request, least severe first. */
export const STANDINGS = ["served", "warned", "clamped", "refused"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a set of rules said of one request on all its candidate pools, capacity and quota aside. */
export interface RuleVerdict {
  readonly standing: Standing;
  /** Rules that forbid each pool, by pool id; none for a pool that may serve. */
  readonly blocking: ReadonlyMap<string, readonly string[]>;
  /** Rules that clamp or warn on a pool that may serve, and what refuses beside pools. */
  readonly notices: ReadonlySet<string>;
}

interface PoolFindings {
  readonly poolId: string;
  readonly blocking: readonly string[];
  readonly clamps: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * The verdict as it was recorded.
 * @param tooLong the platform refused the length of the answer asked for
 */
export const recordedVerdict = (pools: readonly PoolDecisionV1[], tooLong: boolean): RuleVerdict =>
  conclude(pools.map(recordedFindings), () => tooLong);

/**
 * The verdict that findings on the same pools come to. A pool that was closed stays closed.
 * @param found findings on each pool, in the order of `pools`
 * @param asksTooMuch more output is asked for than the use case may, unless a rule clamps it
 */
export const replayedVerdict = (
  pools: readonly PoolDecisionV1[],
  found: readonly (readonly Finding[])[],
  asksTooMuch: boolean,
): RuleVerdict =>
  conclude(
    pools.map((pool, index) => replayedFindings(pool, found[index] ?? [])),
    (clamped) => asksTooMuch && !clamped,
  );

/** Whether the rules that fired on a pool are those that were recorded of it: the verdict on it is then the same. */
export function firedAlike({ reasons }: PoolDecisionV1, found: readonly Finding[]): boolean {
  const count = reasons.at(-1)?.rule === POOL_ACTIVE ? reasons.length - 1 : reasons.length;
  if (count !== found.length) return false;
  return found.every((finding, index) => isReason(finding, reasons[index] as RuleReasonV1));
}

const isReason = ({ rule, enforced, faulted, derogated }: Finding, reason: RuleReasonV1): boolean =>
  rule.id === reason.rule &&
  rule.effect === reason.effect &&
  !faulted &&
  (enforced ? (derogated ? "derogation" : undefined) : "shadow") === reason.silenced;

function recordedFindings({ poolId, eligible, reasons }: PoolDecisionV1): PoolFindings {
  const deciding = reasons.filter(({ silenced }) => silenced === undefined);
  const forbids = deciding.filter(({ effect }) => effect === "deny" || effect === "require");
  const noticed = reasons.filter(({ silenced }) => silenced !== "shadow");
  return {
    poolId,
    blocking: eligible ? [] : (forbids.length > 0 ? forbids : deciding).map(({ rule }) => rule),
    clamps: noticed.filter(({ effect }) => effect === "clamp").map(({ rule }) => rule),
    warnings: noticed.filter(({ effect }) => effect === "warn").map(({ rule }) => rule),
  };
}

function replayedFindings({ poolId, reasons }: PoolDecisionV1, found: readonly Finding[]): PoolFindings {
  const closed = reasons.some(({ rule }) => rule === POOL_ACTIVE);
  const blocking = found.filter(blocks).map(({ rule }) => rule.id);
  const enforced = found.filter((finding) => finding.enforced);
  return {
    poolId,
    blocking: closed ? [...blocking, POOL_ACTIVE] : blocking,
    clamps: enforced.filter(({ rule }) => rule.effect === "clamp").map(({ rule }) => rule.id),
    warnings: enforced.filter(({ rule }) => rule.effect === "warn").map(({ rule }) => rule.id),
  };
}

function conclude(pools: readonly PoolFindings[], refusesLength: (clamped: boolean) => boolean): RuleVerdict {
  const open = pools.filter(({ blocking }) => blocking.length === 0);
  const clamps = open.flatMap((pool) => pool.clamps);
  const warnings = open.flatMap((pool) => pool.warnings);
  const blocking = new Map(pools.map((pool) => [pool.poolId, pool.blocking]));
  if (open.length === 0) return { standing: "refused", blocking, notices: new Set() };
  if (refusesLength(clamps.length > 0))
    return { standing: "refused", blocking, notices: new Set([...warnings, OUTPUT_LIMIT]) };
  const standing = clamps.length > 0 ? "clamped" : warnings.length > 0 ? "warned" : "served";
  return { standing, blocking, notices: new Set([...clamps, ...warnings]) };
}
