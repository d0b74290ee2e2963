import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import type { SubmissionComment, SubmissionEvent, SubmissionTarget } from "../../domain/submission/submission.js";
import type { SubmissionJournal } from "../../ports/submission-journal.port.js";

const idColumn = (target: SubmissionTarget): string => `${target}_id`;

export class PgSubmissionJournal implements SubmissionJournal {
  async appendEvents(ctx: Context, events: readonly SubmissionEvent[]): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO capacity_event (id, declaration_id, need_id, organisation_id, at, from_state, to_state, version, by, reason)
       SELECT (event ->> 'id')::uuid,
         CASE event ->> 'target' WHEN 'declaration' THEN (event ->> 'submissionId')::uuid END,
         CASE event ->> 'target' WHEN 'need' THEN (event ->> 'submissionId')::uuid END,
         (event ->> 'organisationId')::uuid, (event ->> 'at')::timestamptz, event ->> 'from', event ->> 'to',
         (event ->> 'version')::integer, event ->> 'by', event ->> 'reason'
       FROM jsonb_array_elements($1::jsonb) AS event`,
      [JSON.stringify(events)],
    );
  }

  async appendComment(ctx: Context, comment: SubmissionComment): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO capacity_comment (id, ${idColumn(comment.target)}, organisation_id, at, by, version, line, field, body)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[comment.id, comment.submissionId, comment.organisationId, comment.at, comment.by],
        ...[comment.version, comment.line, comment.field, comment.body],
      ],
    );
  }

  events(ctx: Context, target: SubmissionTarget, ids: readonly string[]): Promise<readonly SubmissionEvent[]> {
    return rowsOf<SubmissionEvent>(
      ctx,
      `SELECT id, $2::text AS target, ${idColumn(target)} AS "submissionId", organisation_id AS "organisationId", at,
         from_state AS "from", to_state AS "to", version, by, reason
       FROM capacity_event WHERE ${idColumn(target)} = ANY ($1) ORDER BY at, id`,
      [uuidsOf(ids), target],
    );
  }

  comments(ctx: Context, target: SubmissionTarget, ids: readonly string[]): Promise<readonly SubmissionComment[]> {
    return rowsOf<SubmissionComment>(
      ctx,
      `SELECT id, $2::text AS target, ${idColumn(target)} AS "submissionId", organisation_id AS "organisationId", at, by,
         version, line, field, body
       FROM capacity_comment WHERE ${idColumn(target)} = ANY ($1) ORDER BY at, id`,
      [uuidsOf(ids), target],
    );
  }
}
