import type { RequestRecordV1, SnapshotV1 } from "@socle/contracts";
import type { Role } from "../../kernel/actor.js";

/** What a mutation made, by its GraphQL type. */
export interface Made {
  readonly type: string;
  readonly id: string;
}

export interface PastPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly contractor: boolean;
  readonly memberships: readonly { readonly organisationId: string; readonly role: Role }[];
}

/** A whole control plane that nobody else calls yet, whose clock shows what it is told. */
export interface PastStage {
  turnClock(to: Date): void;
  /** Runs a mutation as this person. @throws PastRefused with the refusal's words */
  act(person: PastPerson, mutation: string, values: Readonly<Record<string, unknown>>): Promise<Made>;
  /** A field of something that was made, as this person sees it. */
  read(person: PastPerson, made: Made, field: string): Promise<unknown>;
  /** The snapshot in force, once it holds what was decided last. */
  snapshot(): Promise<SnapshotV1>;
  /** Takes records in as those of a scheduler. */
  ingest(records: readonly RequestRecordV1[]): Promise<void>;
}

/** What the room refused, in words. */
export class PastRefused extends Error {}
