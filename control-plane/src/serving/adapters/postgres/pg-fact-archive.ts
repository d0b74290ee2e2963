import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { FactSource } from "../../domain/fact-sources.js";
import type { ArchivedSnapshot, FactArchive } from "../../ports/fact-archive.port.js";

const NAME = `INSERT INTO fact_archive (number, issued_at, bundle_digest) VALUES ($1, $2, $3)`;
const KEEP = `INSERT INTO fact_source (subject_id, from_number, kind, organisation_id, content)
  SELECT fresh."subjectId", $1, fresh.kind, fresh."organisationId", fresh.content
  FROM jsonb_to_recordset($2::jsonb)
    AS fresh(kind text, "subjectId" text, "organisationId" uuid, content jsonb)
  LEFT JOIN LATERAL (SELECT organisation_id, content FROM fact_source
                     WHERE subject_id = fresh."subjectId" ORDER BY from_number DESC LIMIT 1) known ON true
  WHERE (known.organisation_id, known.content) IS DISTINCT FROM (fresh."organisationId", fresh.content)`;

export class PgFactArchive implements FactArchive {
  async keep(
    ctx: Context,
    { number, issuedAt, bundleDigest }: ArchivedSnapshot,
    sources: readonly FactSource[],
  ): Promise<void> {
    await rowsOf(ctx, NAME, [number, issuedAt, bundleDigest]);
    await rowsOf(ctx, KEEP, [number, JSON.stringify(sources)]);
  }
}
