import type { Context } from "../../../kernel/use-case.js";
import { Table, values } from "../../../platform/database/table.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import type { MembershipChange } from "../../domain/membership-change.js";
import type { MembershipChanges } from "../../ports/tenancy-ports.js";

const CHANGES = new Table<MembershipChange>("membership_change", {
  ...values("id", "organisationId", "version", "act", "membershipId", "personId", "role", "validFrom", "validTo"),
  ...values("reason", "state", "proposedBy", "proposedAt", "decidedBy", "decidedAt", "decisionReason"),
});

export class PgMembershipChanges implements MembershipChanges {
  find = (ctx: Context, id: string): Promise<MembershipChange | null> => CHANGES.find(ctx, id);
  insert = (ctx: Context, change: MembershipChange): Promise<boolean> => CHANGES.insertNew(ctx, change);
  update = (ctx: Context, change: MembershipChange): Promise<boolean> => CHANGES.update(ctx, change);
  ofOrganisation = (ctx: Context, organisationId: string): Promise<MembershipChange[]> =>
    CHANGES.select(ctx, "WHERE organisation_id = $1 ORDER BY id DESC", [uuidOrNull(organisationId)]);
}
