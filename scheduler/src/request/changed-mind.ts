import type { PoolId } from "@socle/contracts";
import { judge } from "../admission/admit.js";
import type { AdmissionRequest } from "../admission/admit.js";
import { identify } from "../identity/identify.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { CoreParts } from "./core.port.js";
import type { Ask } from "./operations/operation.js";
import type { InferenceRequest } from "./submit.port.js";

/** What admission may know of a body that was read. */
export const askedOf = (
  { operation, labels, decisionRef }: Pick<InferenceRequest, "operation" | "labels" | "decisionRef">,
  { model, stream, sequences, maxOutputTokens, beyondText, textBytes, toolCalls }: Ask,
): AdmissionRequest => {
  const { outputParam = null, servedBy = null } = operation ?? {};
  const bounds = { sequences, maxOutputTokens, outputParam, beyondText, textBytes };
  return { model, stream, ...bounds, servedBy, labelsHeader: labels, decisionRef, toolCalls };
};

/**
 * Why a request may no longer go to a pool; `null` when it may. Keys, rules and states are looked at again when the registry
 * changed since it was judged: a wait must not outlive a suspension.
 */
export const changedMind = (
  { holder, clock, forecast }: Pick<CoreParts, "clock" | "forecast" | "holder">,
  judgedUnder: CompiledSnapshot | null,
  request: InferenceRequest,
  ask: Ask,
  poolId: PoolId,
): InferenceRefusal | null => {
  const current = holder.current();
  if (current === judgedUnder || current === null) return null;
  const identified = identify(request.authorization, current, clock.wall());
  if (!identified.ok) return identified.refusal;
  const judged = judge(current, identified.caller, askedOf(request, ask), clock.wall(), forecast);
  if (!judged.ok) return judged.refusal;
  if (judged.candidate.eligible.some(({ pool }) => pool.id === poolId)) return null;
  return refusal("pool.none_eligible", "The pool may no longer serve this request.", { retryAfterSeconds: 1 });
};
