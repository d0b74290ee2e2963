import type { Actor } from "./actor.js";
import type { Clock } from "./clock.js";
import type { IdSource } from "./id-source.js";
import type { Refusal } from "./refusal.js";
import type { Result } from "./result.js";

/**
 * Opaque handle of the running transaction. PostgreSQL repositories take their connection from it (row-level security
 * is already scoped to the actor); memory repositories ignore it.
 */
export interface Transaction {
  readonly id: string;
}

/** First argument of every handler and of every port method: who asks, in which transaction, at what time. */
export interface Context {
  readonly actor: Actor;
  readonly tx: Transaction;
  readonly clock: Clock;
  readonly ids: IdSource;
}

export type Action =
  | "read"
  | "declare"
  | "update"
  | "validate"
  | "select"
  | "suspend"
  | "resume"
  | "register"
  | "issue"
  | "revoke"
  | "grant"
  | "set"
  | "deploy"
  | "manage"
  | "review"
  | "erase"
  | "comment"
  | "simulate"
  | "answer"
  | "publish";

export type SubjectName =
  | "Organisation"
  | "Membership"
  | "EmergencyAccess"
  | "Session"
  | "UseCase"
  | "Application"
  | "ApiKey"
  | "Model"
  | "Pool"
  | "Deployment"
  | "Allocation"
  | "Budget"
  | "Usage"
  | "Decision"
  | "GovernanceEvent"
  | "TransparencyLog"
  | "Roadmap"
  | "Campaign"
  | "CapacityDeclaration"
  | "CapacityNeed"
  | "Selection"
  | "Evaluation"
  | "ShadowTool"
  | "Training"
  | "Brick"
  | "Round"
  | "Consolidation"
  | "ThroughputProfile"
  | "AuditReport"
  | "PolicyBundle"
  | "Simulation"
  | "Question"
  | "Review"
  | "Assessment"
  | "Derogation"
  | "Incident"
  | "Opinion"
  | "Deadline"
  | "Partnership"
  | "SourcingDecision"
  | "Standard"
  | "FrameworkAgreement"
  | "LabelExtension"
  | "UsageGuide"
  | "Indicator"
  | "TrainingOffer"
  | "Lever"
  | "AuditMission"
  | "Contact";

/** What authorisation looks at: the kind of thing, the organisation it belongs to, and its state where that matters. */
export interface Subject {
  readonly name: SubjectName;
  readonly id: string | null;
  readonly organisationId: string;
  readonly state?: string;
  /** What sort of it this is, where that decides who may act on it. */
  readonly kind?: string;
  /** Person who declared the present version, or who asked for what is decided, for the separation of duties. */
  readonly declaredBy?: string;
}

export interface Schema<Input> {
  /** Returns the typed input, or every issue with its path. */
  parse(raw: unknown): Result<Input, Extract<Refusal, { kind: "InvalidInput" }>>;
}

/** What the governance journal keeps of a use case that succeeded; written in the same transaction. No personal data. */
export interface GovernanceEventDraft {
  readonly organisationId: string;
  readonly subjectType: SubjectName;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One entry of the journal that a use case caused elsewhere: under the verb that would have done it by itself. */
export interface CausedEvent {
  readonly useCase: string;
  readonly event: GovernanceEventDraft;
}

/** Success of a use case: its value and the event that records it. */
export interface Done<T> {
  readonly value: T;
  readonly event: GovernanceEventDraft;
  /** What the same transaction changed beside it, each with an entry of its own, written after `event`. */
  readonly caused?: readonly CausedEvent[];
  /** An earlier run under the same idempotency key did it: nothing was written, and the journal has it already. */
  readonly repeated?: true;
}

/**
 * One verb of a room. The runner calls, in order and in one transaction: `input.parse`, `load`, authorisation of
 * `action` on what `load` returned, `handle`, the journal. Any refusal rolls back.
 */
export interface UseCase<Input, Loaded, Output> {
  /** `room.verb-noun`, the file's name. */
  readonly name: string;
  readonly action: Action;
  readonly input: Schema<Input>;
  /** Finds what the actor wants to act on; a refusal here is usually `NotFound`. */
  load(ctx: Context, input: Input): Promise<Result<{ readonly subject: Subject; readonly loaded: Loaded }>>;
  handle(ctx: Context, input: Input, loaded: Loaded): Promise<Result<Done<Output>>>;
}

/** Runs use cases; the only door to a room's writes. */
export interface UseCaseRunner {
  run<Input, Loaded, Output>(
    actor: Actor,
    useCase: UseCase<Input, Loaded, Output>,
    raw: unknown,
  ): Promise<Result<Output>>;
  /** A consistent read under the actor's row-level scope; no journal entry. */
  read<T>(actor: Actor, query: (ctx: Context) => Promise<T>): Promise<T>;
}

/** Port of the runner: may this actor do this to that? */
export interface Authoriser {
  authorise(ctx: Context, action: Action, subject: Subject): Promise<Result<true>>;
  /** Says which organisations a list is about to ask for, so that they cost one question instead of one each. */
  foresee?(ctx: Context, organisationIds: readonly string[]): Promise<void>;
}

/** Port of the runner: append-only record of what was done. */
export interface GovernanceJournal {
  append(ctx: Context, useCase: string, event: GovernanceEventDraft): Promise<void>;
}
