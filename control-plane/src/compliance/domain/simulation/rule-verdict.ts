import { blocks, type Bundle, type Facts } from "@socle/policies";
import { OUTPUT_LIMIT, POOL_ACTIVE, TOO_LONG, type Judged, type RecordedDecision } from "./recorded-decision.js";

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

/** The verdict as it was recorded. */
export const recordedVerdict = (record: RecordedDecision, { pools }: Judged): RuleVerdict =>
  conclude(
    pools.map(({ poolId, eligible, reasons }) => {
      const deciding = reasons.filter(({ silenced }) => silenced === undefined);
      const forbids = deciding.filter(({ effect }) => effect === "deny" || effect === "require");
      const noticed = reasons.filter(({ silenced }) => silenced !== "shadow");
      return {
        poolId,
        blocking: eligible ? [] : (forbids.length > 0 ? forbids : deciding).map(({ rule }) => rule),
        clamps: noticed.filter(({ effect }) => effect === "clamp").map(({ rule }) => rule),
        warnings: noticed.filter(({ effect }) => effect === "warn").map(({ rule }) => rule),
      };
    }),
    record.code === TOO_LONG,
  );

/**
 * The verdict of a bundle on the same request and pools, on a day. A pool that was closed stays closed.
 * @param factsOf facts of the request on a pool
 * @param now an instant of the legal day, milliseconds
 */
export function replayedVerdict(
  bundle: Pick<Bundle, "evaluate">,
  { pools, asked }: Judged,
  factsOf: (poolId: string) => Facts,
  now: number,
): RuleVerdict {
  let most = Number.POSITIVE_INFINITY;
  const findings = pools.map(({ poolId, reasons }): PoolFindings => {
    const facts = factsOf(poolId);
    most = facts.useCase.maxOutputTokens ?? most;
    const found = bundle.evaluate(facts, now).findings;
    const closed = reasons.some(({ rule }) => rule === POOL_ACTIVE);
    const blocking = found.filter(blocks).map(({ rule }) => rule.id);
    const enforced = found.filter((finding) => finding.enforced);
    return {
      poolId,
      blocking: closed ? [...blocking, POOL_ACTIVE] : blocking,
      clamps: enforced.filter(({ rule }) => rule.effect === "clamp").map(({ rule }) => rule.id),
      warnings: enforced.filter(({ rule }) => rule.effect === "warn").map(({ rule }) => rule.id),
    };
  });
  return conclude(findings, "unless_clamped", asked !== undefined && asked.maxOutputTokens > most);
}

function conclude(
  pools: readonly PoolFindings[],
  tooLong: boolean | "unless_clamped",
  asksTooMuch = false,
): RuleVerdict {
  const open = pools.filter(({ blocking }) => blocking.length === 0);
  const clamps = open.flatMap((pool) => pool.clamps);
  const warnings = open.flatMap((pool) => pool.warnings);
  const blocking = new Map(pools.map((pool) => [pool.poolId, pool.blocking]));
  if (open.length === 0) return { standing: "refused", blocking, notices: new Set() };
  const refused = tooLong === "unless_clamped" ? asksTooMuch && clamps.length === 0 : tooLong;
  if (refused) return { standing: "refused", blocking, notices: new Set([...warnings, OUTPUT_LIMIT]) };
  const standing = clamps.length > 0 ? "clamped" : warnings.length > 0 ? "warned" : "served";
  return { standing, blocking, notices: new Set([...clamps, ...warnings]) };
}
