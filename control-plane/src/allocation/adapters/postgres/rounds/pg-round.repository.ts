import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { Round } from "../../../domain/rounds/round.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { LineQuery, RoundQuery, RoundRepository } from "../../../ports/round-repository.port.js";
import {
  LINE_COLUMNS,
  lineOf,
  lineValues,
  ROUND_COLUMNS,
  roundOf,
  roundValues,
  type LineRow,
  type RoundRow,
} from "./round.row.js";

const places = (columns: readonly string[]): string => columns.map((_, index) => `$${String(index + 1)}`).join(", ");
const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places(columns)})`;
/** Writes every column of the row whose version is the one before the new one. */
const updateOf = (table: string, columns: readonly string[]): string =>
  `UPDATE ${table} SET (${columns.join(", ")}) = ROW(${places(columns)})
   WHERE id = $1 AND version = $${String(columns.length)} - 1`;

const INSERT_ROUND = insertInto("allocation_round", ROUND_COLUMNS);
const UPDATE_ROUND = updateOf("allocation_round", ROUND_COLUMNS);
const INSERT_LINE = insertInto("round_line", LINE_COLUMNS);
const UPDATE_LINE = updateOf("round_line", LINE_COLUMNS);

const UPDATE_LINES = `
  UPDATE round_line SET placements = new.placements, explanations = new.explanations, outcome = new.outcome,
    amended_by = new.amended_by, amended_reason = new.amended_reason, version = new.version
  FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, placements jsonb, explanations jsonb, outcome text,
    amended_by text, amended_reason text, version integer)
  WHERE round_line.id = new.id AND round_line.version = new.version - 1`;

const ROUND_PAGE = `
  SELECT * FROM allocation_round
  WHERE (cardinality($1::text[]) = 0 OR track = ANY ($1)) AND (cardinality($2::text[]) = 0 OR state = ANY ($2))
    AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', opened_at), id) < ($3, $4::uuid))
  ORDER BY date_trunc('milliseconds', opened_at) DESC, id DESC LIMIT $5`;

const LINE_PAGE = `
  SELECT * FROM round_line
  WHERE round_id = $1 AND ($2::smallint IS NULL OR criticality = $2)
    AND (cardinality($3::text[]) = 0 OR outcome = ANY ($3))
    AND ($4::uuid IS NULL OR organisation_id IN ${organisationsBelow("$4")})
    AND ($5::smallint IS NULL OR (criticality, id) > ($5, $6::uuid))
  ORDER BY criticality, id LIMIT $7`;

export class PgRoundRepository implements RoundRepository {
  async insert(ctx: Context, round: Round): Promise<void> {
    await rowsOf(ctx, INSERT_ROUND, roundValues(round));
  }

  async find(ctx: Context, id: string): Promise<Round | null> {
    const [row] = await rowsOf<RoundRow>(ctx, `SELECT * FROM allocation_round WHERE id = ANY ($1)`, [uuidsOf([id])]);
    return row === undefined ? null : roundOf(row);
  }

  async update(ctx: Context, round: Round): Promise<boolean> {
    return (await countOf(ctx, UPDATE_ROUND, roundValues(round))) === 1;
  }

  async page(ctx: Context, { tracks, states, first, after }: RoundQuery): Promise<readonly Round[]> {
    const values = [tracks, states, after?.openedAt ?? null, after?.id ?? null, first + 1];
    return (await rowsOf<RoundRow>(ctx, ROUND_PAGE, values)).map(roundOf);
  }

  async insertLine(ctx: Context, line: RoundLine): Promise<void> {
    await rowsOf(ctx, INSERT_LINE, lineValues(line));
  }

  async findLine(ctx: Context, id: string): Promise<RoundLine | null> {
    const [row] = await rowsOf<LineRow>(ctx, `SELECT * FROM round_line WHERE id = ANY ($1)`, [uuidsOf([id])]);
    return row === undefined ? null : lineOf(row);
  }

  async lines(ctx: Context, roundId: string): Promise<readonly RoundLine[]> {
    const sql = `SELECT * FROM round_line WHERE round_id = $1 ORDER BY criticality, id`;
    return (await rowsOf<LineRow>(ctx, sql, [roundId])).map(lineOf);
  }

  async updateLine(ctx: Context, line: RoundLine): Promise<boolean> {
    return (await countOf(ctx, UPDATE_LINE, lineValues(line))) === 1;
  }

  async updateLines(ctx: Context, lines: readonly RoundLine[]): Promise<boolean> {
    const rows = lines.map(({ id, placements, explanations, outcome, amended, version }) => ({
      ...{ id, placements, explanations, outcome, version },
      ...{ amended_by: amended?.by ?? null, amended_reason: amended?.reason ?? null },
    }));
    return (await countOf(ctx, UPDATE_LINES, [JSON.stringify(rows)])) === lines.length;
  }

  async linePage(ctx: Context, query: LineQuery): Promise<readonly RoundLine[]> {
    const { roundId, criticality, outcomes, organisationId, after, first } = query;
    const values = [roundId, criticality, outcomes, organisationId, after?.criticality ?? null, after?.id ?? null];
    return (await rowsOf<LineRow>(ctx, LINE_PAGE, [...values, first + 1])).map(lineOf);
  }
}
