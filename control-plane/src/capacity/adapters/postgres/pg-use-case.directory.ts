import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { USE_CASES } from "../../../registry/reads/use-cases.js";
import { ANCESTRIES } from "../../../tenancy/reads/organisations.js";
import type { UseCaseDirectory } from "../../ports/directories/use-case-directory.port.js";

export class PgUseCaseDirectory implements UseCaseDirectory {
  async unknown(ctx: Context, organisationId: string, slugs: readonly string[]): Promise<readonly string[]> {
    const known = await rowsOf<{ slug: string }>(
      ctx,
      `SELECT slug FROM ${USE_CASES} use_case WHERE slug = ANY ($1) AND EXISTS (
         SELECT FROM ${ANCESTRIES} closure WHERE (ancestor_id, descendant_id) IN (
           (use_case.organisation_id, $2::uuid), ($2::uuid, use_case.organisation_id)))`,
      [slugs, uuidOrNull(organisationId)],
    );
    const names = new Set(known.map(({ slug }) => slug));
    return slugs.filter((slug) => !names.has(slug));
  }
}
