import { CEILING_UNITS, LIMITS } from "@socle/contracts";
import type { NodeId, RefusalCode } from "@socle/contracts";
import type { LeaseBook, LeaseShortfall } from "../../kernel/lease/lease-book.port.js";
import type { Caller } from "../../kernel/snapshot/compiled-snapshot.js";
import { refusal } from "../../kernel/refusal.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import type { Ceiling } from "./ceilings-of.js";

/** The control plane answers about once a second; unheard for longer, it is away. */
const SILENT_AFTER_MS = 5_000;

/** Why a ceiling that is short may be passed by, or what is left to do. */
export type NextStep = "exhausted" | "silent" | "wait" | "refuse";

/** What has happened since the request came. */
export interface Waited {
  /** The control plane answered a call made since. */
  readonly answered: boolean;
  /** No time is left to wait for it. */
  readonly timeUp: boolean;
}

/**
 * What becomes of a request that a ceiling is short for (DESIGN.md §6): used up budgets follow their own rule; without an
 * unexpired lease hard ceilings refuse and the others let it go on once the control plane is known to be away.
 */
export const nextStep = (
  ceiling: Ceiling,
  shortfall: LeaseShortfall,
  { answered, timeUp }: Waited,
  heardAt: number | null,
  monotonicNow: number,
): NextStep => {
  const yields = ceiling.kind === "budget" && ceiling.onExhaust !== "block";
  if (shortfall.kind === "exhausted") return yields ? "exhausted" : "refuse";
  const away = heardAt === null ? timeUp : monotonicNow - heardAt > SILENT_AFTER_MS;
  if (!ceiling.hard && !answered && (away || timeUp)) return "silent";
  if (!timeUp) return "wait";
  return answered && yields ? "exhausted" : "refuse";
};

const kindOf = (kind: Ceiling["kind"]): string => {
  if (kind === "budget") return "budget";
  const { unit, window } = LIMITS[kind];
  return `limit of ${CEILING_UNITS[unit].words.en} ${window === "always" ? "at once" : `per ${window}`}`;
};

const codeOf = ({ kind }: Ceiling): RefusalCode => {
  if (kind === "budget") return "budget.exceeded";
  return kind === "concurrency" ? "concurrency.exceeded" : "rate.exceeded";
};

interface Situation {
  readonly nodeNames: ReadonlyMap<NodeId, string>;
  readonly book: Pick<LeaseBook, "outlook">;
  readonly answered: boolean;
  readonly wallNow: number;
  readonly monotonicNow: number;
}

const identity = (ceiling: Ceiling, nodeNames: ReadonlyMap<NodeId, string>): Readonly<Record<string, unknown>> => {
  const { id, nodeId, kind, unit, value } = ceiling;
  const ids = kind === "budget" ? { budgetId: id, budget: value } : { limitId: id, limit: value };
  return { kind, nodeId, node: nodeNames.get(nodeId) ?? null, ...ids, unit };
};

/** What a caller is told when a ceiling stays short: which one, at which node, how much is left, when it resets. */
export const shortfallRefusal = (
  ceiling: Ceiling,
  shortfall: LeaseShortfall,
  { nodeNames, book, answered, wallNow, monotonicNow }: Situation,
): InferenceRefusal => {
  const { kind, unit, nodeId } = ceiling;
  const endsInMs = book.outlook(ceiling.id, monotonicNow)?.endsInMs ?? null;
  const ends = endsInMs === null ? (shortfall.periodEnd ?? ceiling.periodEnd) : Math.round(wallNow + endsInMs);
  const resetsAt = kind === "concurrency" || ends === null ? null : new Date(ends).toISOString();
  const { asked, held, left } = shortfall;
  const details = { ...identity(ceiling, nodeNames), asked, held, left, resetsAt };
  const where = `${kindOf(kind)} of ${nodeNames.get(nodeId) ?? nodeId}`;
  if (shortfall.kind !== "exhausted" && !answered) {
    const message = `No unexpired lease on the ${where}: the control plane has not answered.`;
    return refusal("budget.lease_expired", message, { details, retryAfterSeconds: 5 });
  }
  const free = (left ?? 0) + Math.max(0, held);
  const until = resetsAt === null ? "" : ` It resets at ${resetsAt}.`;
  const message = `The ${where} has ${free} of ${ceiling.value} ${CEILING_UNITS[unit].words.en} left, and ${asked} may be needed.${until}`;
  return refusal(codeOf(ceiling), message, { details, retryAfterSeconds: retryAfter(ceiling, ends, wallNow) });
};

const retryAfter = ({ kind }: Ceiling, ends: number | null, wallNow: number): number => {
  if (kind === "concurrency") return 1;
  return ends === null ? 60 : Math.max(1, Math.ceil((ends - wallNow) / 1000));
};

/** A limit's local share is used up while the control plane is away. */
export const shareRefusal = (ceiling: Ceiling, nodeNames: ReadonlyMap<NodeId, string>): InferenceRefusal => {
  const where = `${kindOf(ceiling.kind)} of ${nodeNames.get(ceiling.nodeId) ?? ceiling.nodeId}`;
  const message = `This replica's share of the ${where} is used up, and the control plane is away.`;
  return refusal(codeOf(ceiling), message, { details: identity(ceiling, nodeNames), retryAfterSeconds: 5 });
};

/** A budget is used up and lets its requests run within their node's guarantee only, which is used now. */
export const throttledRefusal = ({ useCase }: Pick<Caller, "useCase">): InferenceRefusal => {
  const message = `A budget of ${useCase.name} is used up: only its guaranteed share runs, and that is in use now.`;
  return refusal("budget.exceeded", message, { details: { throttledToGuarantee: true }, retryAfterSeconds: 1 });
};
