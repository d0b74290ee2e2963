import type { DataLabel, PoolDecisionV1, RequestRecordV1, RuleReasonV1 } from "@socle/contracts";
import fc from "fast-check";
import type { ServedScene } from "./served-scene.js";
import { aRecord } from "./request-record.builder.js";

const RULES = [
  "data-protection/internal-not-accepted",
  "data-protection/special-category-dpia",
  "security/none",
] as const;
const LABELS: readonly DataLabel[] = ["public", "internal", "personal", "health"];

const reason: fc.Arbitrary<RuleReasonV1> = fc
  .record({
    rule: fc.constantFrom(...RULES),
    effect: fc.constantFrom("deny" as const, "require" as const, "warn" as const),
    silenced: fc.constantFrom(undefined, undefined, "shadow" as const, "derogation" as const),
  })
  .map(({ rule, effect, silenced }) => ({
    rule,
    version: 1,
    effect,
    code: `${rule.slice(rule.indexOf("/") + 1)}.code`,
    ...(silenced === undefined ? {} : { silenced }),
  }));

const verdicts = (pools: readonly string[]): fc.Arbitrary<readonly PoolDecisionV1[]> =>
  fc.tuple(
    ...pools.map((poolId) =>
      fc.record({ poolId: fc.constant(poolId), eligible: fc.boolean(), reasons: fc.array(reason, { maxLength: 3 }) }),
    ),
  );

const drawn = (pools: readonly string[]) =>
  fc.record({
    labels: fc.subarray([...LABELS]),
    kind: fc.constantFrom("served" as const, "served" as const, "denied" as const, "busy" as const),
    pools: verdicts(pools),
    pool: fc.constantFrom(...pools),
    day: fc.integer({ min: 8, max: 12 }),
    quantities: fc.record({ inputTokens: fc.nat(5000), outputTokens: fc.nat(500), costMicroEuro: fc.nat(3000) }),
    bundleDigest: fc.constantFrom("a".repeat(64), "b".repeat(64)),
  });

/**
 * Records of five days of March 2026, most of which hold what an honest scheduler would never send, such as a pool that
 * their own decision does not call eligible: a report must count it and not trust it.
 */
export function drawRecords(
  scene: ServedScene,
  pools: readonly string[],
  count: number,
  seed: number,
): RequestRecordV1[] {
  const { dgfip: organisationId, useCaseId, applicationId } = scene;
  const path = { organisationId, useCaseId, applicationId };
  const [list = []] = fc.sample(fc.array(drawn(pools), { minLength: count, maxLength: count, size: "max" }), {
    seed,
    numRuns: 1,
  });
  return list.map(({ labels, kind, day, pool, pools: judged, bundleDigest, quantities }, place) => {
    const at = Date.UTC(2026, 2, day, 10, 0, 0, place);
    const decision = { ...path, at, labels, pools: judged, bundleDigest };
    if (kind === "served") return aRecord(place + 1, withPool(decision, pool), { ...path, quantities, poolId: pool });
    const code = kind === "denied" ? ("policy.denied" as const) : ("pool.saturated" as const);
    return aRecord(place + 1, { ...decision, outcome: "refused", code, status: 403, endpoint: null }, null);
  });
}

function withPool<D extends object>(decision: D, poolId: string) {
  const { endpoint } = aRecord(0).decision;
  return endpoint === null ? decision : { ...decision, endpoint: { ...endpoint, poolId } };
}
