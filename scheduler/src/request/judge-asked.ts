import type { PoolId } from "@socle/contracts";
import { judge } from "../admission/admit.js";
import type { Judged } from "../admission/admit.js";
import { identify } from "../identity/identify.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { CoreParts } from "./core.port.js";
import type { Ask } from "./operations/operation.js";
import type { InferenceRequest } from "./submit.port.js";

type JudgingParts = Pick<CoreParts, "clock" | "forecast" | "holder">;

/** What admission says of a body that was read. */
export const judgeAsked = (
  { clock, forecast }: Pick<JudgingParts, "clock" | "forecast">,
  snapshot: CompiledSnapshot,
  caller: Caller,
  { operation, labels }: Pick<InferenceRequest, "operation" | "labels">,
  { model, stream, sequences, maxOutputTokens, beyondText, textBytes }: Ask,
): Judged => {
  const { outputParam = null, servedBy = null } = operation ?? {};
  const asked = { model, stream, sequences, maxOutputTokens, outputParam, beyondText, textBytes, servedBy };
  return judge(snapshot, caller, { ...asked, labelsHeader: labels }, clock.wall(), forecast);
};

/**
 * Why a request may no longer go to a pool; `null` when it may. Keys, rules and states are looked at again when the registry
 * changed since it was judged: a wait must not outlive a suspension.
 */
export const changedMind = (
  parts: JudgingParts,
  judgedUnder: CompiledSnapshot | null,
  request: InferenceRequest,
  ask: Ask,
  poolId: PoolId,
): InferenceRefusal | null => {
  const current = parts.holder.current();
  if (current === judgedUnder || current === null) return null;
  const identified = identify(request.authorization, current, parts.clock.wall());
  if (!identified.ok) return identified.refusal;
  const judged = judgeAsked(parts, current, identified.caller, request, ask);
  if (!judged.ok) return judged.refusal;
  if (judged.candidate.eligible.some(({ pool }) => pool.id === poolId)) return null;
  return refusal("pool.none_eligible", "The pool may no longer serve this request.", { retryAfterSeconds: 1 });
};
