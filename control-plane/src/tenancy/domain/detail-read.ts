import type { PersonActor } from "../../kernel/actor.js";

/** Somebody looked at a detail of a body that is not theirs. */
export interface DetailRead {
  readonly id: string;
  readonly at: Date;
  /** Reference of the reader: a person's id. */
  readonly reader: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Whose detail it is. */
  readonly organisationId: string;
}

/**
 * True when the reader belongs to nothing that stands at or above what is read, the State left out, which stands
 * above everything.
 * @param path ids from the organisation that is read up to the root
 */
export function isForeign(reader: PersonActor, path: readonly string[]): boolean {
  const ministry = path.slice(0, -1);
  return !reader.memberships.some(({ organisationId }) => ministry.includes(organisationId));
}
