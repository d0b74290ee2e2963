import type { DataLabel, PoolDecisionV1, RefusalCode, RuleReasonV1 } from "@socle/contracts";
import { INFERENCE_ERRORS } from "@socle/contracts";
import { blocks, ParisCalendar } from "@socle/policies";
import type { Finding, Verdict } from "@socle/policies";
import type { Caller, CandidatePool, CompiledModel, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import { JudgementMemo } from "./judgement-memo.js";

/** What the rules look at beside the caller, the model and the pool. */
export interface RequestTraits {
  readonly labels: readonly DataLabel[];
  /** What the caller itself wrote; empty when it wrote nothing. */
  readonly askedLabels: readonly DataLabel[];
  readonly stream: boolean;
  /** It names the administrative decision that it serves. */
  readonly decisionRef: boolean;
  /** Tool calls that it comes to, this one included where it may make one. */
  readonly toolCalls: number;
  readonly maxOutputTokens: number;
}

export interface Judgement {
  /** Preferred ones first. */
  readonly eligible: readonly CandidatePool[];
  /** A rule prefers some to others: a pool is then looked at when those before it have no room. */
  readonly ordered: boolean;
  readonly pools: readonly PoolDecisionV1[];
  /** A rule lets no more output through than the use case may ask for. */
  readonly clamped: boolean;
  /** Codes of what eligible pools were warned of, and of the clamp. */
  readonly notices: readonly string[];
  /** Why no pool is eligible; `null` when one is. */
  readonly refusal: InferenceRefusal | null;
}

const CALENDAR = new ParisCalendar();

const INACTIVE = { rule: "serving/pool-active", version: 1, effect: "deny", code: "pool.inactive" } as const;

interface PoolFindings {
  readonly candidate: CandidatePool;
  readonly findings: readonly Finding[];
  readonly blocking: readonly Finding[];
  readonly decision: PoolDecisionV1;
}

const reasonOf = ({ rule, enforced, derogated }: Finding): RuleReasonV1 => {
  const reason = { rule: rule.id, version: rule.version, effect: rule.effect, code: rule.reason.code };
  if (!enforced) return { ...reason, silenced: "shadow" };
  return derogated ? { ...reason, silenced: "derogation" } : reason;
};

/** Every candidate pool of the model, with what the rules said of it. */
const judgeEach = (
  snapshot: CompiledSnapshot,
  caller: Caller,
  model: CompiledModel,
  request: RequestTraits,
  now: number,
): readonly PoolFindings[] => {
  const day = CALENDAR.dayAt(now);
  const { today, organisation, useCase, application } = caller.facts(day);
  const shared = { today, organisation, useCase, application, request, model: model.facts };
  const facts = model.pools.map((candidate) => ({ ...shared, pool: candidate.facts(day) }));
  const verdicts = snapshot.policies.evaluateEach(facts, now);
  return model.pools.map((candidate, index) => judged(candidate, verdicts[index] as Verdict));
};

const judged = (candidate: CandidatePool, { findings, eligible }: Verdict): PoolFindings => {
  const reasons = findings.map(reasonOf);
  const { active, id } = candidate.pool;
  return {
    candidate,
    findings,
    blocking: findings.filter(blocks),
    decision: { poolId: id, eligible: eligible && active, reasons: active ? reasons : [...reasons, INACTIVE] },
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
        legal: rule.legal,
        remedy: rule.remedy,
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

const enforcedOf = (judged: readonly PoolFindings[], effect: Finding["rule"]["effect"]): readonly Finding[] =>
  judged.flatMap(({ findings }) => findings.filter(({ enforced, rule }) => enforced && rule.effect === effect));

const priceOf = ({ deployments }: CandidatePool): number =>
  Math.min(...deployments.map(({ price }) => price.inputPerMillion + price.outputPerMillion));

const carbonOf = ({ deployments }: CandidatePool): number =>
  Math.min(...deployments.map(({ energy }) => energy.kWhPerMillionTokens * energy.kgCO2eqPerKWh));

/** Nearest to sovereignty first, then the least carbon, then the least cost. */
const byPreference =
  (day: string) =>
  (a: PoolFindings, b: PoolFindings): number =>
    a.candidate.facts(day).sealGap - b.candidate.facts(day).sealGap ||
    carbonOf(a.candidate) - carbonOf(b.candidate) ||
    priceOf(a.candidate) - priceOf(b.candidate);

const conclude = (judged: readonly PoolFindings[], model: CompiledModel, day: string): Judgement => {
  const allowed = judged.filter(({ decision }) => decision.eligible);
  const ordered = enforcedOf(allowed, "prefer").length > 0;
  const preferred = ordered ? allowed.toSorted(byPreference(day)) : allowed;
  const clamps = enforcedOf(allowed, "clamp");
  const told = [...clamps, ...enforcedOf(allowed, "warn")].map(({ rule }) => rule.reason.code);
  return {
    eligible: preferred.map(({ candidate }) => candidate),
    ordered,
    pools: judged.map(({ decision }) => decision),
    clamped: clamps.length > 0,
    notices: [...new Set(told)],
    refusal: allowed.length > 0 ? null : refusalOf(judged, model),
  };
};

const MEMOS = new WeakMap<CompiledSnapshot, JudgementMemo<Judgement>>();

const memoOf = (snapshot: CompiledSnapshot): JudgementMemo<Judgement> => {
  const known = MEMOS.get(snapshot);
  if (known !== undefined) return known;
  const memo = new JudgementMemo<Judgement>();
  MEMOS.set(snapshot, memo);
  return memo;
};

/**
 * Runs every rule on every pool that has the model; deny wins, every reason is kept. The same facts under one snapshot
 * and day are judged once.
 */
export const judgePools = (
  snapshot: CompiledSnapshot,
  caller: Caller,
  model: CompiledModel,
  request: RequestTraits,
  now: number,
): Judgement => {
  const memo = memoOf(snapshot);
  const day = CALENDAR.dayAt(now);
  const { labels, askedLabels, stream, decisionRef, toolCalls, maxOutputTokens } = request;
  const flags = (stream ? 1 : 0) + (decisionRef ? 2 : 0);
  const traits = `${labels.join()}|${askedLabels.join()}|${flags}|${toolCalls}|${maxOutputTokens}`;
  const key = `${caller.application.id}|${model.model.id}|${traits}`;
  const known = memo.get(day, key);
  if (known !== undefined) return known;
  return memo.keep(key, conclude(judgeEach(snapshot, caller, model, request, now), model, day));
};
