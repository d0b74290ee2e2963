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

export interface GovernanceEvents {
  /** Events of the actor's scope, newest first, at most `limit`. */
  newest(ctx: Context, limit: number, after: EventPosition | null): Promise<readonly GovernanceEvent[]>;
}
