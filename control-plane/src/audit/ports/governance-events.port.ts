import type { Context, SubjectName } from "../../kernel/use-case.js";

export interface GovernanceEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly useCase: string;
  readonly organisationId: string;
  readonly subjectType: SubjectName;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where the next page starts: after the event of this time and id, going back in time. */
export interface EventPosition {
  readonly at: Date;
  readonly id: string;
}

/** What narrows the journal; null narrows nothing. */
export interface EventFilter {
  /** Names of use cases. */
  readonly acts: readonly string[] | null;
  /** As the journal writes it: the id of a person, `system:` and a name. */
  readonly actor: string | null;
  /** With the organisations below it. */
  readonly organisationId: string | null;
  readonly from: Date | null;
  /** Not included. */
  readonly to: Date | null;
}

/** Somebody who acted, as the journal writes them. */
export interface JournalActor {
  readonly actor: string;
  /** Null of a part of the platform. */
  readonly name: string | null;
}

export interface GovernanceEvents {
  /** Everybody whom the reader may see and who acted within what they may read, by name; then parts of the platform. */
  actors(ctx: Context): Promise<readonly JournalActor[]>;
  /** Events of the actor's scope, newest first, at most `limit`. */
  newest(
    ctx: Context,
    limit: number,
    after: EventPosition | null,
    filter: EventFilter,
  ): Promise<readonly GovernanceEvent[]>;
}
