import type { DataLabel, DeploymentV1, LevelDecisionV1, PoolDecisionV1 } from "@socle/contracts";
import type { Caller, CandidatePool, CompiledModel, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { LeaseBook, LeaseReservation, LeaseShortfall } from "../kernel/lease/lease-book.port.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import { asksFor, budgetLevels, tokenBounds, upperAmounts } from "./ceilings.js";
import type { Amounts, TokenBounds } from "./ceilings.js";
import type { ConcurrencyGauge } from "./concurrency.js";
import { judgePools } from "./judge-pools.js";
import { requestLabels } from "./request-labels.js";

/** What a request asks of admission; sizes of its body, not its text. */
export interface AdmissionRequest {
  readonly model: string;
  readonly stream: boolean;
  readonly n: number;
  readonly maxOutputTokens: number | null;
  readonly bodyBytes: number;
  readonly beyondText: boolean;
  /** Value of `x-socle-labels`. */
  readonly labelsHeader: string | null;
}

/** What is known when a request was judged, whatever comes of it. */
export interface Assessment {
  readonly model: CompiledModel | null;
  readonly labels: readonly DataLabel[];
  readonly pools: readonly PoolDecisionV1[];
  readonly levels: readonly LevelDecisionV1[];
}

/** Judged by the rules, nothing reserved yet. */
export interface Candidate extends Assessment {
  readonly model: CompiledModel;
  readonly eligible: readonly CandidatePool[];
  readonly deployments: readonly DeploymentV1[];
  readonly bounds: TokenBounds;
  readonly amounts: Amounts;
  /** Per answer. */
  readonly maxOutputTokens: number;
}

export type Judged =
  | { readonly ok: true; readonly candidate: Candidate }
  | { readonly ok: false; readonly refusal: InferenceRefusal; readonly assessment: Assessment };

export type Reserved =
  | {
      readonly kind: "reserved";
      readonly reservation: LeaseReservation;
      readonly levels: readonly LevelDecisionV1[];
    }
  | { readonly kind: "short"; readonly shortfall: LeaseShortfall; readonly levels: readonly LevelDecisionV1[] }
  | { readonly kind: "refused"; readonly refusal: InferenceRefusal; readonly levels: readonly LevelDecisionV1[] };

const NOTHING: Assessment = { model: null, labels: [], pools: [], levels: [] };

const no = (refused: InferenceRefusal, assessment: Assessment = NOTHING): Judged => ({
  ok: false,
  refusal: refused,
  assessment,
});

const mayUse = (caller: Caller, model: CompiledModel): boolean =>
  caller.allowedModels === null || caller.allowedModels.has(model.model.id);

/** Models the caller may use, each under all its names. */
export const callableModels = (snapshot: CompiledSnapshot, caller: Caller): CompiledModel[] =>
  [...new Set(snapshot.models.values())].filter((model) => mayUse(caller, model));

const isStale = (snapshot: CompiledSnapshot, labels: readonly DataLabel[], now: number): InferenceRefusal | null => {
  const { issuedAt, maxStalenessSeconds, staleLabels } = snapshot.source;
  const age = Math.floor((now - issuedAt) / 1000);
  const above = labels.filter((label) => !staleLabels.includes(label));
  if (age <= maxStalenessSeconds || above.length === 0) return null;
  return refusal("snapshot.stale", `The registry was last heard of ${age} s ago; ${above.join(", ")} data must wait.`, {
    details: { ageSeconds: age, maxStalenessSeconds, staleLabels, labels: above },
    retryAfterSeconds: 30,
  });
};

/** Which pools may serve the request, and what it can cost at most. Reserves nothing. */
export const judge = (snapshot: CompiledSnapshot, caller: Caller, request: AdmissionRequest, now: number): Judged => {
  const model = snapshot.models.get(request.model);
  if (model === undefined) {
    const models = callableModels(snapshot, caller).flatMap(({ names }) => names);
    const message = `There is no model ${request.model}. Models you may use: ${models.join(", ") || "none"}.`;
    return no(refusal("model.unknown", message, { param: "model", details: { models } }));
  }
  const read = requestLabels(caller.useCase.labels, request.labelsHeader);
  if (!read.ok) return no(read.refusal, { ...NOTHING, model });
  const { labels } = read;
  const known = { ...NOTHING, model, labels };
  if (!mayUse(caller, model)) {
    const message = `The application ${caller.application.slug} may not use ${request.model}.`;
    const models = callableModels(snapshot, caller).flatMap(({ names }) => names);
    return no(refusal("model.not_allowed", message, { param: "model", details: { models } }), known);
  }
  const most = caller.useCase.maxOutputTokens;
  if (request.maxOutputTokens !== null && request.maxOutputTokens > most) {
    const message = `The use case ${caller.useCase.slug} may ask for ${most} output tokens at most.`;
    return no(refusal("output.too_long", message, { param: "max_tokens", details: { maxOutputTokens: most } }), known);
  }
  const stale = isStale(snapshot, labels, now);
  if (stale !== null) return no(stale, known);
  const maxOutputTokens = request.maxOutputTokens ?? most;
  const judgement = judgePools(snapshot, caller, model, { labels, stream: request.stream, maxOutputTokens }, now);
  const assessment = { ...known, pools: judgement.pools };
  if (judgement.refusal !== null) return no(judgement.refusal, assessment);
  const deployments = judgement.eligible.flatMap((pool) => pool.deployments);
  const window = model.model.contextWindow;
  const bounds = tokenBounds(request.bodyBytes, request.beyondText, maxOutputTokens, request.n, window);
  const amounts = upperAmounts(bounds, deployments);
  const { eligible } = judgement;
  return { ok: true, candidate: { ...assessment, eligible, deployments, bounds, amounts, maxOutputTokens } };
};

/** One try at every ceiling of the path: concurrency first, then all budgets or none. */
export const reserve = (
  caller: Caller,
  candidate: Candidate,
  book: LeaseBook,
  gauge: ConcurrencyGauge,
  monotonicNow: number,
): Reserved => {
  const entry = gauge.enter(caller.limits);
  if (!entry.ok) {
    const { limit } = entry;
    const refused = refusal("concurrency.exceeded", `${limit.value} requests already run under this limit.`, {
      details: { nodeId: limit.nodeId, limitId: limit.id, limit: limit.value },
      retryAfterSeconds: 1,
    });
    return { kind: "refused", refusal: refused, levels: entry.levels };
  }
  const asks = asksFor(caller.budgets, candidate.amounts);
  const outcome = book.tryReserve(asks, monotonicNow);
  if (outcome.ok) {
    const levels = budgetLevels(caller.budgets, candidate.amounts, outcome.heldBefore, null);
    return { kind: "reserved", reservation: outcome.reservation, levels: [...entry.levels, ...levels] };
  }
  gauge.leave(caller.limits);
  const { shortfall } = outcome;
  const levels = budgetLevels(caller.budgets, candidate.amounts, outcome.heldBefore, shortfall.budgetId);
  return { kind: "short", shortfall, levels: [...entry.levels, ...levels] };
};

/** What a caller is told when a budget stays short. `answered`: the control plane was heard since the request came. */
export const shortfallRefusal = (
  caller: Caller,
  shortfall: LeaseShortfall,
  answered: boolean,
  now: number,
): InferenceRefusal => {
  const budget = caller.budgets.find(({ id }) => id === shortfall.budgetId);
  const resetsAt = shortfall.periodEnd ?? budget?.periodEnd ?? null;
  const details = {
    nodeId: budget?.nodeId ?? null,
    budgetId: shortfall.budgetId,
    unit: budget?.unit ?? null,
    budget: budget?.amount ?? null,
    asked: shortfall.asked,
    held: shortfall.held,
    left: shortfall.left,
    resetsAt: resetsAt === null ? null : new Date(resetsAt).toISOString(),
  };
  if (shortfall.kind !== "exhausted" && !answered) {
    const message = "No unexpired lease on this budget: the control plane has not answered.";
    return refusal("budget.lease_expired", message, { details, retryAfterSeconds: 5 });
  }
  const unit = budget?.unit === "micro_euro" ? "micro-euros" : "tokens";
  const left = (shortfall.left ?? 0) + Math.max(0, shortfall.held);
  const until = details.resetsAt === null ? "" : ` It resets at ${details.resetsAt}.`;
  return refusal("budget.exceeded", `${shortfall.asked} ${unit} may be needed and ${left} are left.${until}`, {
    details,
    retryAfterSeconds: resetsAt === null ? 60 : Math.max(1, Math.ceil((resetsAt - now) / 1000)),
  });
};
