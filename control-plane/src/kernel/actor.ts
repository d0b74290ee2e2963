export const ROLES = [
  "declarant",
  "validator",
  "ariane_operator",
  "ai_cell",
  "dsp",
  "dgafp",
  "compliance",
  "committee",
  "auditor",
  "observer",
] as const;
export type Role = (typeof ROLES)[number];

interface ActorMembership {
  readonly organisationId: string;
  readonly role: Role;
  /** The emergency access that it comes from, where nobody holds the role for good. */
  readonly emergency?: string;
}

/** A signed-in person, with the memberships that hold today. */
export interface PersonActor {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly ActorMembership[];
  /** ProConnect's `belonging_population = prestataire`: may not validate. */
  readonly contractor: boolean;
  /** The identity provider vouched for a second factor in this session. */
  readonly mfa: boolean;
}

/** The platform itself: seed loading, snapshot publication, ledger ingestion. Sees the whole tree. */
export interface SystemActor {
  readonly kind: "system";
  readonly name: string;
}

export type Actor = PersonActor | SystemActor;

export const systemActor = (name: string): SystemActor => ({ kind: "system", name });
/** The emergency access under which this actor acts; one person has one at a time. */
export const emergencyOf = (actor: Actor): string | null =>
  actor.kind === "system"
    ? null
    : (actor.memberships.find(({ emergency }) => emergency !== undefined)?.emergency ?? null);

/** What the governance journal writes for an actor: an id, never a name. */
export const actorRef = (actor: Actor): string => (actor.kind === "person" ? actor.id : `system:${actor.name}`);
