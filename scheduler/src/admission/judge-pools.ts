import type { DataLabel, PoolDecisionV1, RefusalCode } from "@socle/contracts";
import { INFERENCE_ERRORS } from "@socle/contracts";
import type { Finding } from "@socle/policies";
import type { Caller, CandidatePool, CompiledModel, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";

/** What the rules look at beside the caller, the model and the pool. */
export interface RequestTraits {
  readonly labels: readonly DataLabel[];
  readonly stream: boolean;
  readonly maxOutputTokens: number;
}

export interface Judgement {
  readonly eligible: readonly CandidatePool[];
  readonly pools: readonly PoolDecisionV1[];
  /** Why no pool is eligible; `null` when one is. */
  readonly refusal: InferenceRefusal | null;
}

const INACTIVE = { rule: "serving/pool-active", version: 1, effect: "deny", code: "pool.inactive" } as const;

interface PoolFindings {
  readonly candidate: CandidatePool;
  readonly blocking: readonly Finding[];
  readonly decision: PoolDecisionV1;
}

const judgePool = (
  snapshot: CompiledSnapshot,
  caller: Caller,
  model: CompiledModel,
  candidate: CandidatePool,
  request: RequestTraits,
  now: number,
): PoolFindings => {
  const facts = { ...caller.facts, request, model: model.facts, pool: candidate.facts };
  const verdict = snapshot.policies.evaluate(facts, now);
  const reasons = verdict.findings.map(({ rule }) => ({
    rule: rule.id,
    version: rule.version,
    effect: rule.effect,
    code: rule.reason.code,
  }));
  const { active, id } = candidate.pool;
  const blocks = ({ enforced, rule }: Finding): boolean =>
    enforced && (rule.effect === "deny" || rule.effect === "require");
  return {
    candidate,
    blocking: verdict.findings.filter(blocks),
    decision: { poolId: id, eligible: verdict.eligible && active, reasons: active ? reasons : [...reasons, INACTIVE] },
  };
};

/** A rule that does not look at the pool would refuse anywhere: the refusal is then about the request, not the pools. */
const aboutRequest = (judged: readonly PoolFindings[]): Finding | undefined =>
  judged[0]?.blocking.find(
    ({ rule }) =>
      rule.scope === "request" && judged.every((pool) => pool.blocking.some((finding) => finding.rule === rule)),
  );

const knownCode = (code: string): RefusalCode => (code in INFERENCE_ERRORS ? (code as RefusalCode) : "policy.denied");

const explain = (judged: readonly PoolFindings[]): Readonly<Record<string, unknown>> => ({
  pools: judged.map(({ candidate, decision, blocking }) => ({
    pool: candidate.pool.slug,
    reasons: [
      ...blocking.map(({ rule }) => ({
        rule: rule.id,
        version: rule.version,
        code: rule.reason.code,
        fr: rule.reason.fr,
        en: rule.reason.en,
      })),
      ...decision.reasons.filter((reason) => reason.code === INACTIVE.code),
    ],
  })),
});

const refusalOf = (judged: readonly PoolFindings[], model: CompiledModel): InferenceRefusal => {
  const about = aboutRequest(judged);
  const details = explain(judged);
  if (about !== undefined) return refusal(knownCode(about.rule.reason.code), about.rule.reason.en, { details });
  const reasons = judged.map(({ candidate, decision }) => {
    const codes = decision.reasons.map((reason) => reason.code).join(", ");
    return `${candidate.pool.slug}: ${codes}`;
  });
  const why = reasons.length === 0 ? "no pool runs it" : reasons.join("; ");
  return refusal("pool.none_eligible", `No pool may serve this request for ${model.model.name} (${why}).`, {
    details,
    retryAfterSeconds: 60,
  });
};

/** Runs every rule on every pool that has the model; deny wins, every reason is kept. */
export const judgePools = (
  snapshot: CompiledSnapshot,
  caller: Caller,
  model: CompiledModel,
  request: RequestTraits,
  now: number,
): Judgement => {
  const judged = model.pools.map((pool) => judgePool(snapshot, caller, model, pool, request, now));
  const eligible = judged.filter(({ decision }) => decision.eligible).map(({ candidate }) => candidate);
  return {
    eligible,
    pools: judged.map(({ decision }) => decision),
    refusal: eligible.length > 0 ? null : refusalOf(judged, model),
  };
};
