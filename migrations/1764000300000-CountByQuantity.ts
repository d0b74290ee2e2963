import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Roll-ups hold one row for each quantity, and units of ceilings are the contracts' own list: one more of either changes no
 * table.
 */
export class CountByQuantity1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const COLUMNS = {
  requests: "requests",
  refused: "refused",
  estimated: "estimated",
  inputTokens: "input_tokens",
  cachedInputTokens: "cached_input_tokens",
  outputTokens: "output_tokens",
  costMicroEuro: "cost_micro_euro",
  gpuMicroSeconds: "gpu_micro_seconds",
  nanoKWh: "nano_kwh",
  nanoKgCO2eq: "nano_kg_co2eq",
};
const each = (line: (quantity: string, column: string) => string): string =>
  Object.entries(COLUMNS)
    .map(([quantity, column]) => line(quantity, column))
    .join(", ");

const DIMENSIONS = "organisation_id, use_case_id, application_id, model_id, pool_id";
const AS_SYSTEM = `SELECT set_config('socle.scope', '*', true), set_config('socle.actor', 'system:migration', true)`;

/** The table's columns but its figures, its policies and its grants. */
const daily = (figures: string, key: string): string[] => [
  `CREATE TABLE usage_daily (
     day date NOT NULL,
     organisation_id uuid NOT NULL,
     use_case_id uuid,
     application_id uuid,
     model_id uuid,
     pool_id uuid,
     ${figures},
     newest timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX usage_daily_key ON usage_daily (${key}) NULLS NOT DISTINCT`,
  `ALTER TABLE usage_daily ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE usage_daily FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY usage_daily_read ON usage_daily FOR SELECT
     USING ((SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations()))`,
  `CREATE POLICY usage_daily_append ON usage_daily FOR INSERT WITH CHECK (socle_is_system())`,
  `CREATE POLICY usage_daily_add ON usage_daily FOR UPDATE
     USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE ON usage_daily TO socle_app`,
];

const PUT_ASIDE = [`ALTER TABLE usage_daily RENAME TO usage_daily_before`, `DROP INDEX usage_daily_key`];

const UP = [
  ...PUT_ASIDE,
  // By day then quantity: who asks for one quantity of a day reads no other.
  ...daily(`quantity text NOT NULL, amount bigint NOT NULL CHECK (amount >= 0)`, `day, quantity, ${DIMENSIONS}`),
  AS_SYSTEM,
  `INSERT INTO usage_daily (day, ${DIMENSIONS}, quantity, amount, newest)
     SELECT day, ${DIMENSIONS}, quantity, amount, newest FROM usage_daily_before
     CROSS JOIN LATERAL (VALUES ${each((quantity, column) => `('${quantity}', ${column})`)}) AS it(quantity, amount)
     WHERE amount <> 0`,
  `DROP TABLE usage_daily_before`,

  // What one record counts for, written as usage was before it was a map of quantities, or as it is since.
  `CREATE FUNCTION record_amounts(outcome text, usage jsonb) RETURNS TABLE (quantity text, amount bigint)
     LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT * FROM (
       VALUES ('requests', 1::bigint),
         ('refused', (outcome = 'refused')::integer),
         ('estimated', coalesce((usage ->> 'estimated')::boolean, false)::integer)
       UNION ALL SELECT each.key, each.value::bigint FROM jsonb_each_text(usage -> 'quantities') AS each
       UNION ALL SELECT it.quantity, round((usage ->> it.field)::numeric * it.times)::bigint
         FROM (VALUES ('inputTokens', 'inputTokens', 1), ('cachedInputTokens', 'cachedInputTokens', 1),
           ('outputTokens', 'outputTokens', 1), ('costMicroEuro', 'costMicroEuro', 1),
           ('gpuMicroSeconds', 'gpuSeconds', 1000000), ('nanoKWh', 'kWh', 1000000000),
           ('nanoKgCO2eq', 'kgCO2eq', 1000000000), ('queueMicroSeconds', 'queueMs', 1000)) AS it(quantity, field, times)
         WHERE NOT usage ? 'quantities'
     ) AS counted(quantity, amount) WHERE counted.amount <> 0 $$`,

  `ALTER TABLE budget DROP CONSTRAINT budget_unit_check`,
  `ALTER TABLE usage_limit DROP CONSTRAINT usage_limit_kind_check`,
];

const DOWN = [
  `ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_kind_check
     CHECK (kind IN ('concurrency', 'rpm', 'rpd', 'tpm', 'tpd'))`,
  `ALTER TABLE budget ADD CONSTRAINT budget_unit_check
     CHECK (unit IN ('token', 'micro_euro', 'gpu_milli_second', 'mg_co2e'))`,
  `DROP FUNCTION record_amounts(text, jsonb)`,
  ...PUT_ASIDE,
  ...daily(
    each((_, column) => `${column} bigint NOT NULL`),
    `day, ${DIMENSIONS}`,
  ),
  AS_SYSTEM,
  `INSERT INTO usage_daily (day, ${DIMENSIONS}, ${each((_, column) => column)}, newest)
     SELECT day, ${DIMENSIONS},
       ${each((quantity) => `coalesce(sum(amount) FILTER (WHERE quantity = '${quantity}'), 0)`)}, max(newest)
     FROM usage_daily_before GROUP BY day, ${DIMENSIONS}`,
  `DROP TABLE usage_daily_before`,
];
