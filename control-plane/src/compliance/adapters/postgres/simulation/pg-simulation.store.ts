import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { days, json, Table, values } from "../../../../platform/database/table.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import type { ComparedRules, Simulation } from "../../../domain/simulation/simulation.js";
import type {
  ChangeFilter,
  OpenedBy,
  SimulationEnd,
  SimulationPage,
  SimulationStore,
  StoredChange,
} from "../../../ports/simulation/simulation-store.port.js";

const SIMULATIONS = new Table<Simulation>("simulation", {
  ...values("id", "organisationId", "state", "progress", "candidateDigest", "activeDigest", "failure", "requestedBy"),
  ...values("createdAt", "finishedAt"),
  ...days("fromDay", "toDay", "legalDay"),
  ...json("result"),
});
const CHANGES = `SELECT ordinal, organisation_id AS "organisationId", ministry_id AS "ministryId",
    use_case_id AS "useCaseId", kind, cause, rules, records::float8, served::float8, samples
  FROM simulation_change
  WHERE simulation_id = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR cause = $3)
    AND ($4::uuid IS NULL OR ministry_id = $4) AND ($5::uuid IS NULL OR use_case_id = $5)
    AND ($6::text IS NULL OR $6 = ANY (rules)) AND ($7::integer IS NULL OR ordinal > $7)
  ORDER BY ordinal LIMIT $8`;
const ADD_CHANGES = `INSERT INTO simulation_change
  SELECT $1, ordinal, "organisationId", "ministryId", "useCaseId", kind, cause, rules, records, served, samples
  FROM jsonb_to_recordset($2::jsonb) AS it(ordinal integer, "organisationId" uuid, "ministryId" uuid, "useCaseId" uuid,
    kind text, cause text, rules text[], records bigint, served bigint, samples text[])`;

export class PgSimulationStore implements SimulationStore {
  insert(ctx: Context, simulation: Simulation, { candidate, active }: ComparedRules): Promise<void> {
    const compared = { candidate: JSON.stringify(candidate), active: JSON.stringify(active) };
    return SIMULATIONS.insert(ctx, simulation, compared);
  }

  find = (ctx: Context, id: string): Promise<Simulation | null> => SIMULATIONS.find(ctx, id);

  async rules(ctx: Context, id: string): Promise<ComparedRules | null> {
    const sql = `SELECT candidate, active FROM simulation WHERE id = ANY ($1)`;
    return (await rowsOf<ComparedRules>(ctx, sql, [uuidsOf([id])]))[0] ?? null;
  }

  page(ctx: Context, { states, first, after }: SimulationPage): Promise<readonly Simulation[]> {
    const rest = `WHERE (cardinality($1::text[]) = 0 OR state = ANY ($1))
        AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
      ORDER BY created_at DESC, id DESC LIMIT $4`;
    return SIMULATIONS.select(ctx, rest, [states, after?.createdAt ?? null, after?.id ?? null, first + 1]);
  }

  async open(ctx: Context, id: string, reader: string): Promise<boolean> {
    const sql = `INSERT INTO simulation_opening (simulation_id, reader, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
    return (await countOf(ctx, sql, [id, reader, ctx.clock.now()])) === 1;
  }

  opened(ctx: Context, { candidateDigest, activeDigest, reader }: OpenedBy): Promise<readonly Simulation[]> {
    const rest = `WHERE state = 'done' AND candidate_digest = $1 AND active_digest = $2
        AND EXISTS (SELECT FROM simulation_opening WHERE simulation_id = simulation.id AND reader = $3)
      ORDER BY created_at DESC, id DESC`;
    return SIMULATIONS.select(ctx, rest, [candidateDigest, activeDigest, reader]);
  }

  async running(ctx: Context): Promise<number> {
    const [row] = await rowsOf<{ n: string }>(ctx, `SELECT count(*) AS n FROM simulation WHERE state = 'running'`);
    return Number(row?.n ?? 0);
  }

  async advance(ctx: Context, id: string, progress: number): Promise<boolean> {
    const sql = `UPDATE simulation SET progress = greatest(progress, $2) WHERE id = $1 AND state = 'running'`;
    return (await countOf(ctx, sql, [id, progress])) === 1;
  }

  async finish(ctx: Context, id: string, end: SimulationEnd): Promise<boolean> {
    const done = end.state === "done";
    const sql = `UPDATE simulation SET state = $2, result = $3, failure = $4, finished_at = $5,
        progress = CASE WHEN $2 = 'done' THEN 1 ELSE progress END
      WHERE id = $1 AND state = 'running'`;
    const [result, failure] = done ? [JSON.stringify(end.result), null] : [null, end.failure];
    if ((await countOf(ctx, sql, [id, end.state, result, failure, ctx.clock.now()])) !== 1) return false;
    if (!done || end.changes.length === 0) return true;
    const rows = end.changes.map((change, index) => ({ ordinal: index + 1, ...change }));
    await rowsOf(ctx, ADD_CHANGES, [id, JSON.stringify(rows)]);
    return true;
  }

  changes(ctx: Context, filter: ChangeFilter, first: number, after: number | null): Promise<readonly StoredChange[]> {
    const { simulationId, kind, cause, ministryId, useCaseId, rule } = filter;
    const [id = null] = uuidsOf([simulationId]);
    return rowsOf<StoredChange>(ctx, CHANGES, [id, kind, cause, ministryId, useCaseId, rule, after, first + 1]);
  }
}
