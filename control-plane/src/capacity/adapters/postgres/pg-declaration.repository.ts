import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import type { CapacityLine } from "../../domain/declaration/capacity-line.js";
import type { DeclarationRepository, LineChanges } from "../../ports/declaration-repository.port.js";
import { DECLARATIONS } from "./rows/capacity-tables.js";

const OF = "campaign_id = $1 AND organisation_id = $2";

export class PgDeclarationRepository implements DeclarationRepository {
  async find(ctx: Context, id: string): Promise<CapacityDeclaration | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  findMany(ctx: Context, ids: readonly string[]): Promise<readonly CapacityDeclaration[]> {
    return this.where(ctx, "id = ANY ($1)", [uuidsOf(ids)]);
  }

  async findInProgress(ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    const open = `${OF} AND state NOT IN ('accepted', 'superseded')`;
    return (await this.where(ctx, open, [campaignId, organisationId].map(uuidOrNull)))[0] ?? null;
  }

  async findAccepted(ctx: Context, campaignId: string, organisationId: string): Promise<CapacityDeclaration | null> {
    const accepted = `${OF} AND state = 'accepted'`;
    return (await this.where(ctx, accepted, [campaignId, organisationId].map(uuidOrNull)))[0] ?? null;
  }

  async findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<CapacityDeclaration | null> {
    return (await this.where(ctx, "created_by = $1 AND idempotency_key = $2", [createdBy, idempotencyKey]))[0] ?? null;
  }

  insert(ctx: Context, declaration: CapacityDeclaration, idempotencyKey: string | null): Promise<boolean> {
    const created = { created_by: declaration.declaredBy, idempotency_key: idempotencyKey };
    return DECLARATIONS.insertNew(ctx, declaration, created);
  }

  update(ctx: Context, declaration: CapacityDeclaration): Promise<boolean> {
    return DECLARATIONS.update(ctx, declaration);
  }

  async linesAt(ctx: Context, declarationId: string, version: number): Promise<readonly CapacityLine[]> {
    const rows = await rowsOf<{ content: CapacityLine }>(
      ctx,
      `SELECT content FROM capacity_line
       WHERE declaration_id = $1 AND since_version <= $2 AND (until_version IS NULL OR until_version > $2)
       ORDER BY reference`,
      [uuidOrNull(declarationId), version],
    );
    return rows.map((row) => row.content);
  }

  async changeLines(ctx: Context, declaration: CapacityDeclaration, changes: LineChanges): Promise<void> {
    const { id, campaignId, organisationId, version } = declaration;
    if (changes.closed.length > 0) {
      await countOf(
        ctx,
        `UPDATE capacity_line SET until_version = $2
         WHERE declaration_id = $1 AND until_version IS NULL AND reference = ANY ($3)`,
        [id, version, changes.closed],
      );
    }
    if (changes.opened.length > 0) {
      await countOf(
        ctx,
        `INSERT INTO capacity_line (id, declaration_id, campaign_id, organisation_id, since_version, content)
         SELECT id, $2, $3, $4, $5, content
         FROM unnest($1::uuid[]) WITH ORDINALITY AS ids (id, place)
         JOIN jsonb_array_elements($6::jsonb) WITH ORDINALITY AS lines (content, place) USING (place)`,
        [
          changes.opened.map(() => ctx.ids.next()),
          id,
          campaignId,
          organisationId,
          version,
          JSON.stringify(changes.opened),
        ],
      );
    }
  }

  private where(ctx: Context, where: string, parameters: readonly unknown[]): Promise<CapacityDeclaration[]> {
    return DECLARATIONS.select(ctx, `WHERE ${where} ORDER BY id`, parameters);
  }
}
