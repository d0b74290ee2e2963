import type { Context } from "../../../../kernel/use-case.js";
import { countOf } from "../../../../platform/database/pg-transaction.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { Round } from "../../../domain/rounds/round.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { LineQuery, RoundQuery, RoundRepository } from "../../../ports/round-repository.port.js";
import { ROUND_LINES, ROUNDS } from "./round-tables.js";

const UPDATE_LINES = `
  UPDATE round_line SET placements = new.placements, explanations = new.explanations, outcome = new.outcome,
    amended_by = new.amended_by, amended_reason = new.amended_reason, version = new.version
  FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, placements jsonb, explanations jsonb, outcome text,
    amended_by text, amended_reason text, version integer)
  WHERE round_line.id = new.id AND round_line.version = new.version - 1`;

const ROUND_PAGE = `
  WHERE (cardinality($1::text[]) = 0 OR track = ANY ($1)) AND (cardinality($2::text[]) = 0 OR state = ANY ($2))
    AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', opened_at), id) < ($3, $4::uuid))
  ORDER BY date_trunc('milliseconds', opened_at) DESC, id DESC LIMIT $5`;

const LINE_PAGE = `
  WHERE round_id = $1 AND ($2::smallint IS NULL OR criticality = $2)
    AND (cardinality($3::text[]) = 0 OR outcome = ANY ($3))
    AND ($4::uuid IS NULL OR organisation_id IN ${organisationsBelow("$4")})
    AND ($5::smallint IS NULL OR (criticality, id) > ($5, $6::uuid))
  ORDER BY criticality, id LIMIT $7`;

export class PgRoundRepository implements RoundRepository {
  insert = (ctx: Context, round: Round): Promise<void> => ROUNDS.insert(ctx, round);
  find = (ctx: Context, id: string): Promise<Round | null> => ROUNDS.find(ctx, id);
  update = (ctx: Context, round: Round): Promise<boolean> => ROUNDS.update(ctx, round);
  page = (ctx: Context, { tracks, states, first, after }: RoundQuery): Promise<readonly Round[]> =>
    ROUNDS.select(ctx, ROUND_PAGE, [tracks, states, after?.openedAt ?? null, after?.id ?? null, first + 1]);

  insertLine = (ctx: Context, line: RoundLine): Promise<void> => ROUND_LINES.insert(ctx, line);
  findLine = (ctx: Context, id: string): Promise<RoundLine | null> => ROUND_LINES.find(ctx, id);
  lines = (ctx: Context, roundId: string): Promise<readonly RoundLine[]> =>
    ROUND_LINES.select(ctx, "WHERE round_id = $1 ORDER BY criticality, id", [roundId]);
  updateLine = (ctx: Context, line: RoundLine): Promise<boolean> => ROUND_LINES.update(ctx, line);

  async updateLines(ctx: Context, lines: readonly RoundLine[]): Promise<boolean> {
    const rows = lines.map((line) => ROUND_LINES.document(line));
    return (await countOf(ctx, UPDATE_LINES, [JSON.stringify(rows)])) === lines.length;
  }

  linePage(ctx: Context, query: LineQuery): Promise<readonly RoundLine[]> {
    const { roundId, criticality, outcomes, organisationId, after, first } = query;
    const values = [roundId, criticality, outcomes, organisationId, after?.criticality ?? null, after?.id ?? null];
    return ROUND_LINES.select(ctx, LINE_PAGE, [...values, first + 1]);
  }
}
