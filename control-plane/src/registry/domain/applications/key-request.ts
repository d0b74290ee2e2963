import { conflict, guardRefusal, type Condition } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { OfUseCase } from "../stored.js";
import type { Application } from "./application.js";

export const KEY_REQUEST_STATES = ["requested", "validated", "approved", "issued", "refused", "withdrawn"] as const;
export type KeyRequestState = (typeof KEY_REQUEST_STATES)[number];

/** A key that somebody of a body asks for: its validator stands for it, ARIANE too in production, then it is collected. */
export interface KeyRequest extends OfUseCase {
  readonly applicationId: string;
  readonly validDays: number;
  readonly reason: string;
  readonly state: KeyRequestState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly validatedBy: string | null;
  /** Of ARIANE, in production. */
  readonly approvedBy: string | null;
  /** Why it was refused or withdrawn. */
  readonly closedReason: string | null;
  /** The key that came of it. */
  readonly keyId: string | null;
}

const step = (
  request: KeyRequest,
  from: readonly KeyRequestState[],
  change: Partial<KeyRequest>,
): Result<KeyRequest> =>
  from.includes(request.state)
    ? ok({ ...request, ...change, version: request.version + 1 })
    : refuse(conflict("key_request.no_step", `A request that is ${request.state} is not ${String(change.state)}.`));

/**
 * A second person of the body stands for it. Outside production that is enough.
 * @param declaredBy who declared the use case as it stands: a key is their word's first consequence
 */
export function validated(
  request: KeyRequest,
  by: string,
  { environment }: Pick<Application, "environment">,
  declaredBy: string,
): Result<KeyRequest> {
  const other = {
    code: "key_request.not_declarant",
    met: by !== declaredBy,
    message: "Whoever declared the use case as it stands does not stand for its keys.",
  };
  const next = environment === "production" ? "validated" : "approved";
  return guarded([other], step(request, ["requested"], { state: next, validatedBy: by }));
}

/** ARIANE lets a production key be issued; whoever validated does not approve. */
export const approved = (request: KeyRequest, by: string): Result<KeyRequest> =>
  guarded(
    [
      {
        code: "key_request.approver_is_apart",
        met: by !== request.validatedBy,
        message: "Somebody else than who validated it approves it.",
      },
    ],
    step(request, ["validated"], { state: "approved", approvedBy: by }),
  );

/** It comes to nothing: refused by who would have stood for it, or no longer asked for. */
export const closed = (request: KeyRequest, how: "refused" | "withdrawn", reason: string): Result<KeyRequest> =>
  step(request, ["requested", "validated", "approved"], { state: how, closedReason: reason });

/** The key was shown, once, to who asked for it; an application that became one of production meanwhile waits for ARIANE. */
export function issued(
  request: KeyRequest,
  by: string,
  { environment }: Pick<Application, "environment">,
  keyId: string,
): Result<KeyRequest> {
  const granted = {
    code: "key_request.granted",
    met: environment !== "production" || request.approvedBy !== null,
    message: "ARIANE approved it: the application is one of production.",
  };
  return guarded([ownRequest(request, by), granted], step(request, ["approved"], { state: "issued", keyId }));
}

/** Only who asked takes a request back, or the key. */
export const ownRequest = ({ requestedBy }: KeyRequest, by: string): Condition => ({
  code: "key_request.own",
  met: requestedBy === by,
  message: "Whoever asked for it does it.",
});

/** A step that exists from here, once its conditions are met. */
export function guarded(conditions: readonly Condition[], next: Result<KeyRequest>): Result<KeyRequest> {
  const unmet = conditions.filter(({ met }) => !met);
  if (unmet.length === 0 || !next.ok) return next;
  return refuse(guardRefusal("key_request.guard_unmet", unmet.map(({ message }) => message).join(" "), conditions));
}
