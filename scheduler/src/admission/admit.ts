import type {
  Amounts,
  AskedV1,
  DataLabel,
  DeploymentId,
  DeploymentV1,
  LevelDecisionV1,
  NodeId,
  PoolDecisionV1,
} from "@socle/contracts";
import type { Caller, CandidatePool, CompiledModel, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import { upperAmounts } from "../cost/amounts.js";
import type { OutputForecast } from "./budgets/output-forecast.js";
import { tokenBounds } from "../cost/ceilings.js";
import { judgePools } from "./judge-pools.js";
import { requestLabels } from "./request-labels.js";

/** What a request asks of admission; sizes of its body, not its text. */
export interface AdmissionRequest {
  readonly model: string;
  readonly stream: boolean;
  /** Answers to one body, each up to the maximum. */
  readonly sequences: number;
  readonly maxOutputTokens: number | null;
  /** Member of the body that says the maximum. */
  readonly outputParam: string | null;
  readonly textBytes: number;
  readonly beyondText: boolean;
  /** Which deployments take what is asked; `null`: all do. */
  readonly servedBy: ((deployment: DeploymentV1) => boolean) | null;
  /** Value of `x-socle-labels`. */
  readonly labelsHeader: string | null;
  /** Reference of the administrative decision that it serves. */
  readonly decisionRef: string | null;
  /** Tool calls that it comes to: those of its conversation, and one more where it offers tools. */
  readonly toolCalls: number;
}

/** What is known when a request was judged, whatever comes of it. */
export interface Assessment {
  readonly model: CompiledModel | null;
  readonly labels: readonly DataLabel[];
  /** Absent until rules are asked. */
  readonly asked?: AskedV1;
  readonly pools: readonly PoolDecisionV1[];
  readonly levels: readonly LevelDecisionV1[];
  /** Codes of what rules warned of, for the answer's headers. */
  readonly notices?: readonly string[];
}

/** How much a request may use, and is given as its maximum. */
export interface OutputBound {
  /** What the operation can use at most. */
  readonly bounds: Amounts;
  readonly amounts: Amounts;
  /** Per answer. */
  readonly maxOutputTokens: number;
}

/** Judged by the rules, nothing reserved yet. */
export interface Candidate extends Assessment, OutputBound {
  readonly model: CompiledModel;
  readonly eligible: readonly CandidatePool[];
  /** Deployments by pool, those of a preferred pool first; `null` when no rule prefers any. */
  readonly order: readonly (readonly DeploymentId[])[] | null;
  readonly deployments: readonly DeploymentV1[];
  /** What answers of this kind stay within, when the caller named no maximum and it is less. */
  readonly smaller: OutputBound | null;
  readonly nodeNames: ReadonlyMap<NodeId, string>;
}

export type Judged =
  | { readonly ok: true; readonly candidate: Candidate }
  | { readonly ok: false; readonly refusal: InferenceRefusal; readonly assessment: Assessment };

const NO_FORECAST: Pick<OutputForecast, "p95"> = { p95: () => null };
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

/** Pools with those of their deployments that take what is asked; pools without any are left out. */
const takenBy = (pools: readonly CandidatePool[], takes: AdmissionRequest["servedBy"]): readonly CandidatePool[] => {
  if (takes === null) return pools;
  const narrowed = pools.map((pool) => ({ ...pool, deployments: pool.deployments.filter(takes) }));
  return narrowed.filter(({ deployments }) => deployments.length > 0);
};

/** Which pools may serve the request, and what it can cost at most. Reserves nothing. */
export const judge = (
  snapshot: CompiledSnapshot,
  caller: Caller,
  request: AdmissionRequest,
  now: number,
  forecast: Pick<OutputForecast, "p95"> = NO_FORECAST,
): Judged => {
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
  const stale = isStale(snapshot, labels, now);
  if (stale !== null) return no(stale, known);
  const asked = request.maxOutputTokens ?? most;
  const { stream, decisionRef, toolCalls } = request;
  const told = { askedLabels: read.asked, maxOutputTokens: asked };
  const traits = { labels, ...told, stream, decisionRef: decisionRef !== null, toolCalls };
  const judgement = judgePools(snapshot, caller, model, traits, now);
  const named = { ...(decisionRef === null ? {} : { decisionRef }), ...(toolCalls === 0 ? {} : { toolCalls }) };
  const wrote = { labels: read.asked, maxOutputTokens: asked, ...named };
  const assessment = { ...known, asked: wrote, pools: judgement.pools, notices: judgement.notices };
  if (judgement.refusal !== null) return no(judgement.refusal, assessment);
  if (asked > most && !judgement.clamped) {
    const message = `The use case ${caller.useCase.slug} may ask for ${most} output tokens at most.`;
    const details = { maxOutputTokens: most };
    return no(refusal("output.too_long", message, { param: request.outputParam, details }), assessment);
  }
  const maxOutputTokens = Math.min(asked, most);
  const eligible = takenBy(judgement.eligible, request.servedBy);
  if (eligible.length === 0) {
    const message = `No deployment of ${request.model} that may serve this request takes what it asks.`;
    return no(refusal("pool.none_eligible", message, { param: "model" }), assessment);
  }
  const deployments = eligible.flatMap((pool) => pool.deployments);
  const boundAt = (output: number): OutputBound => {
    const { textBytes, beyondText, sequences } = request;
    const bounds = tokenBounds(textBytes, beyondText, output, sequences, model.model.contextWindow);
    return { bounds, amounts: upperAmounts(bounds, deployments), maxOutputTokens: output };
  };
  const learned = request.maxOutputTokens === null ? forecast.p95(caller.useCase.id, model.model.id) : null;
  const smaller = learned !== null && learned < most ? boundAt(learned) : null;
  const order = judgement.ordered ? eligible.map((pool) => pool.deployments.map(({ id }) => id)) : null;
  const { nodeNames } = snapshot;
  const candidate = { ...assessment, ...boundAt(maxOutputTokens), eligible, order, deployments, smaller, nodeNames };
  return { ok: true, candidate };
};
