import type { Role } from "../../kernel/actor.js";
import type { Context } from "../../kernel/use-case.js";
import type { Membership } from "../domain/membership.js";

export interface MembershipRepository {
  find(ctx: Context, id: string): Promise<Membership | null>;
  /** Memberships of a person that hold at that time. */
  heldBy(ctx: Context, personId: string, at: Date): Promise<readonly Membership[]>;
  /** Those of an organisation that hold at that time. */
  ofOrganisation(ctx: Context, organisationId: string, at: Date): Promise<readonly Membership[]>;
  /** Those of these roles, in any organisation, that hold now. Who asks in a write waits for whoever did before. */
  holding(ctx: Context, roles: readonly Role[]): Promise<readonly Membership[]>;
  /** Inserts, or replaces the end of a known id. `"held"` when the person holds that role there at some time of it. */
  save(ctx: Context, membership: Membership): Promise<"saved" | "held">;
}
