import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import type { Proposal } from "../../../domain/bundles/proposal.js";
import type { ProposalPage, ProposalRepository } from "../../../ports/bundles/proposal-repository.port.js";

const COLUMNS = `id, organisation_id AS "organisationId", digest, base_digest AS "baseDigest", motive, state,
  proposed_by AS "proposedBy", proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt",
  decision_reason AS "decisionReason", version`;

export class PgProposalRepository implements ProposalRepository {
  async insert(ctx: Context, proposal: Proposal): Promise<void> {
    const { id, organisationId, digest, baseDigest, motive, state, proposedBy, proposedAt, version } = proposal;
    await countOf(
      ctx,
      `INSERT INTO policy_proposal (id, organisation_id, digest, base_digest, motive, state, proposed_by, proposed_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, organisationId, digest, baseDigest, motive, state, proposedBy, proposedAt, version],
    );
  }

  async find(ctx: Context, id: string): Promise<Proposal | null> {
    const sql = `SELECT ${COLUMNS} FROM policy_proposal WHERE id = $1`;
    return (await rowsOf<Proposal>(ctx, sql, [uuidOrNull(id)]))[0] ?? null;
  }

  async update(ctx: Context, proposal: Proposal): Promise<boolean> {
    const { id, state, decidedBy, decidedAt, decisionReason, version } = proposal;
    const written = await countOf(
      ctx,
      `UPDATE policy_proposal SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, version = $6
       WHERE id = $1 AND version = $6 - 1`,
      [id, state, decidedBy, decidedAt, decisionReason, version],
    );
    return written === 1;
  }

  page(ctx: Context, { states, first, after }: ProposalPage): Promise<readonly Proposal[]> {
    return rowsOf<Proposal>(
      ctx,
      `SELECT ${COLUMNS} FROM policy_proposal
       WHERE ($1::text[] IS NULL OR state = ANY ($1)) AND ($2::uuid IS NULL OR id < $2)
       ORDER BY id DESC LIMIT $3`,
      [states, after === null ? null : uuidOrNull(after), first + 1],
    );
  }
}
