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

export interface GovernanceEvents {
  /** Events of the actor's scope, newest first, at most `limit`. */
  newest(
    ctx: Context,
    limit: number,
    after: EventPosition | null,
    filter: EventFilter,
  ): Promise<readonly GovernanceEvent[]>;
}
