import type { Context } from "../../../kernel/use-case.js";
import { Table, values } from "../../../platform/database/table.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import type { EmergencyAccess } from "../../domain/emergency-access.js";
import type { EmergencyAccesses } from "../../ports/tenancy-ports.js";

const ACCESSES = new Table<EmergencyAccess>("emergency_access", {
  ...values("id", "organisationId", "version", "role", "hours", "reason", "state", "proposedBy", "proposedAt"),
  ...values("decidedBy", "decidedAt", "decisionReason", "endsAt", "reviewedBy", "reviewedAt", "finding"),
});

/** Asked for each request of the console: what lasts is not reviewed yet, which is what `emergency_access_one` holds. */
const LASTING = "WHERE proposed_by = $1 AND state = 'confirmed' AND reviewed_by IS NULL AND ends_at > $2";

export class PgEmergencyAccesses implements EmergencyAccesses {
  find = (ctx: Context, id: string): Promise<EmergencyAccess | null> => ACCESSES.find(ctx, id);
  insert = (ctx: Context, access: EmergencyAccess): Promise<boolean> => ACCESSES.insertNew(ctx, access);
  update = (ctx: Context, access: EmergencyAccess): Promise<boolean> => ACCESSES.update(ctx, access);
  ofOrganisation = (ctx: Context, organisationId: string): Promise<EmergencyAccess[]> =>
    ACCESSES.select(ctx, "WHERE organisation_id = $1 ORDER BY id DESC", [uuidOrNull(organisationId)]);
  async lasting(ctx: Context, personId: string, at: Date): Promise<EmergencyAccess | null> {
    const found = await ACCESSES.select(ctx, LASTING, [personId, at]);
    return found[0] ?? null;
  }
}
