import type { Context } from "../../../kernel/use-case.js";
import { sqlStateOf } from "../../../platform/database/database-fault.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import { asItWas, byDepthAndName, type PastOrganisation } from "../../domain/organisation-change.js";
import type { Organisation } from "../../domain/organisation.js";
import { sirenOf } from "../../domain/siren.js";
import type { OrganisationRepository, SaveOutcome } from "../../ports/organisation-repository.port.js";

const COLUMNS = `o.id, o.slug, o.name, o.acronym, o.kind, o.siren, o.siret, o.parent_id AS "parentId",
  o.successor_id AS "successorId", o.valid_from AS "validFrom", o.valid_to AS "validTo"`;
const DEPTH = `(SELECT count(*) FROM organisation_closure c WHERE c.descendant_id = o.id)`;
const EXISTS_AT = (parameter: string): string =>
  `o.valid_from <= ${parameter} AND (o.valid_to IS NULL OR ${parameter} < o.valid_to)`;

export class PgOrganisationRepository implements OrganisationRepository {
  async find(ctx: Context, id: string): Promise<Organisation | null> {
    return (await this.findMany(ctx, [id]))[0] ?? null;
  }

  findMany(ctx: Context, ids: readonly string[]): Promise<Organisation[]> {
    return rowsOf(ctx, `SELECT ${COLUMNS} FROM organisation o WHERE o.id::text = ANY($1)`, [ids]);
  }

  async findBySlug(ctx: Context, slug: string): Promise<Organisation | null> {
    const rows = await rowsOf<Organisation>(ctx, `SELECT ${COLUMNS} FROM organisation o WHERE o.slug = $1`, [slug]);
    return rows[0] ?? null;
  }

  async listAt(ctx: Context, at: Date): Promise<readonly Organisation[]> {
    const then = await rowsOf<Organisation>(ctx, `SELECT ${COLUMNS} FROM organisation o WHERE ${EXISTS_AT("$1")}`, [
      at,
    ]);
    const past = await rowsOf<PastOrganisation>(ctx, `SELECT ${PAST} WHERE since <= $1 AND $1 < until`, [at]);
    const pastById = new Map(past.map((each) => [each.organisationId, each]));
    const asThen = (organisation: Organisation) => {
      const was = pastById.get(organisation.id);
      return was === undefined ? organisation : asItWas(organisation, [was], at);
    };
    return byDepthAndName(then.map(asThen));
  }

  childrenOf(ctx: Context, id: string): Promise<Organisation[]> {
    return rowsOf(ctx, `SELECT ${COLUMNS} FROM organisation o WHERE o.parent_id = $1 ORDER BY o.id`, [uuidOrNull(id)]);
  }

  pastOf(ctx: Context, ids: readonly string[]): Promise<PastOrganisation[]> {
    return rowsOf(ctx, `SELECT ${PAST} WHERE organisation_id = ANY ($1) ORDER BY version`, [uuidsOf(ids)]);
  }

  async pathOf(ctx: Context, id: string): Promise<string[]> {
    const sql = `SELECT ancestor_id AS id FROM organisation_closure WHERE descendant_id::text = $1 ORDER BY depth`;
    return (await rowsOf<{ id: string }>(ctx, sql, [id])).map((row) => row.id);
  }

  async pathsOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const sql = `SELECT descendant_id AS id, array_agg(ancestor_id::text ORDER BY depth) AS path
      FROM organisation_closure WHERE descendant_id = ANY ($1) GROUP BY descendant_id`;
    const rows = await rowsOf<{ id: string; path: string[] }>(ctx, sql, [uuidsOf(ids)]);
    return new Map(rows.map(({ id, path }) => [id, path]));
  }

  async lineOf(ctx: Context, id: string): Promise<string[]> {
    const sql = `SELECT ancestor_id AS id FROM organisation_closure WHERE descendant_id::text = $1
      UNION SELECT descendant_id FROM organisation_closure WHERE ancestor_id::text = $1`;
    return (await rowsOf<{ id: string }>(ctx, sql, [id])).map((row) => row.id);
  }

  async findBySiret(ctx: Context, siret: string, at: Date): Promise<Organisation | null> {
    const sql = `SELECT ${COLUMNS} FROM organisation o
      WHERE (o.siret = $1 OR o.siren = $2 OR left(o.siret, 9) = $2) AND ${EXISTS_AT("$3")}
      ORDER BY (o.siret = $1) IS TRUE DESC, ${DEPTH}, o.slug LIMIT 1`;
    return (await rowsOf<Organisation>(ctx, sql, [siret, sirenOf(siret), at]))[0] ?? null;
  }

  async save(ctx: Context, organisation: Organisation, effective?: Date): Promise<SaveOutcome> {
    const { id, slug, name, acronym, kind, siren, siret, parentId, successorId, validFrom, validTo } = organisation;
    const fields = [id, slug, name, acronym, kind, siren, siret, parentId, successorId, validFrom, validTo];
    // Two moves that are sound each make a cycle together: who writes the tree waits for whoever does.
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('organisation', 0)), set_config($1, $2, true)", [
      "socle.effective",
      (effective ?? ctx.clock.now()).toISOString(),
    ]);
    await countOf(ctx, "SAVEPOINT organisation_save");
    try {
      if ((await countOf(ctx, UPDATE, fields)) === 0) await countOf(ctx, INSERT, fields);
    } catch (error) {
      if (sqlStateOf(error) !== "23514" || !String(error).includes("cycle")) throw error;
      await countOf(ctx, "ROLLBACK TO SAVEPOINT organisation_save");
      return String(error).includes("succession") ? "succession_cycle" : "cycle";
    }
    await countOf(ctx, "RELEASE SAVEPOINT organisation_save");
    return "saved";
  }
}

const PAST = `organisation_id AS "organisationId", since, until, slug, name, acronym, kind, parent_id AS "parentId",
  siren, siret FROM organisation_past`;
const UPDATE = `UPDATE organisation SET slug = $2, name = $3, acronym = $4, kind = $5, siren = $6, siret = $7,
    parent_id = $8, successor_id = $9, valid_from = $10, valid_to = $11, version = version + 1
  WHERE id = $1`;
const INSERT = `INSERT INTO organisation
    (id, slug, name, acronym, kind, siren, siret, parent_id, successor_id, valid_from, valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
