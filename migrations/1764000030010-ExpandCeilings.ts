import type { MigrationInterface, QueryRunner } from "typeorm";

/** Limits and budgets per model, in four units, over all replicas; what happens when they run out; when people are told. */
export class ExpandCeilings1764000030010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE budget DROP CONSTRAINT budget_unit_check, DROP CONSTRAINT budget_node_id_unit_period_key,
     ADD CONSTRAINT budget_unit_check CHECK (unit IN ('token', 'micro_euro', 'gpu_milli_second', 'mg_co2e')),
     ADD COLUMN model_id uuid,
     ADD COLUMN on_exhaust text NOT NULL DEFAULT 'block'
       CHECK (on_exhaust IN ('warn', 'throttle_to_guarantee', 'block')),
     ADD COLUMN hard boolean NOT NULL DEFAULT true,
     ADD COLUMN first_month smallint NOT NULL DEFAULT 1 CHECK (first_month BETWEEN 1 AND 12),
     ADD CONSTRAINT budget_one UNIQUE NULLS NOT DISTINCT (node_id, unit, period, model_id)`,

  `ALTER TABLE usage_limit DROP CONSTRAINT usage_limit_kind_check, DROP CONSTRAINT usage_limit_node_id_kind_key,
     ADD CONSTRAINT usage_limit_kind_check CHECK (kind IN ('concurrency', 'rpm', 'rpd', 'tpm', 'tpd')),
     ALTER COLUMN value TYPE bigint,
     ADD COLUMN model_id uuid,
     ADD COLUMN hard boolean NOT NULL DEFAULT false,
     ADD CONSTRAINT usage_limit_one UNIQUE NULLS NOT DISTINCT (node_id, kind, model_id)`,
  `CREATE INDEX usage_limit_organisation ON usage_limit (organisation_id)`,

  // A period belongs to a budget or to a limit.
  `ALTER TABLE budget_period DROP CONSTRAINT budget_period_budget_id_fkey`,
  `GRANT DELETE ON budget_period TO socle_app`,
  `CREATE INDEX budget_period_end ON budget_period (period_end)`,

  `ALTER TABLE lease_call ADD COLUMN lost boolean NOT NULL DEFAULT false`,
  // Operators give up lost epochs; casl decides who may, the policy keeps ministries out.
  ...["lease_call", "lease_holding"].flatMap((table) => [
    `DROP POLICY ${table}_system ON ${table}`,
    `CREATE POLICY ${table}_tree ON ${table} USING (current_setting('socle.scope', true) = '*')
       WITH CHECK (current_setting('socle.scope', true) = '*')`,
  ]),

  `CREATE TABLE budget_alert (
     budget_id uuid NOT NULL REFERENCES budget,
     period_start timestamptz NOT NULL,
     threshold smallint NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     at timestamptz NOT NULL,
     PRIMARY KEY (budget_id, period_start, threshold)
   )`,
  `ALTER TABLE budget_alert ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE budget_alert FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY budget_alert_scope ON budget_alert
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT ON budget_alert TO socle_app`,
];

const DOWN = [
  `DROP TABLE budget_alert`,
  ...["lease_call", "lease_holding"].flatMap((table) => [
    `DROP POLICY ${table}_tree ON ${table}`,
    `CREATE POLICY ${table}_system ON ${table} USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  ]),
  `ALTER TABLE lease_call DROP COLUMN lost`,
  `DROP INDEX budget_period_end`,
  `REVOKE DELETE ON budget_period FROM socle_app`,
  `DELETE FROM lease_holding WHERE budget_id NOT IN (SELECT id FROM budget)`,
  `DELETE FROM budget_period WHERE budget_id NOT IN (SELECT id FROM budget)`,
  `ALTER TABLE budget_period ADD CONSTRAINT budget_period_budget_id_fkey FOREIGN KEY (budget_id) REFERENCES budget`,
  `DROP INDEX usage_limit_organisation`,
  `DELETE FROM usage_limit WHERE kind <> 'concurrency' OR model_id IS NOT NULL`,
  `ALTER TABLE usage_limit DROP CONSTRAINT usage_limit_one, DROP CONSTRAINT usage_limit_kind_check,
     DROP COLUMN model_id, DROP COLUMN hard,
     ALTER COLUMN value TYPE integer,
     ADD CONSTRAINT usage_limit_kind_check CHECK (kind IN ('concurrency')),
     ADD CONSTRAINT usage_limit_node_id_kind_key UNIQUE (node_id, kind)`,
  `DELETE FROM lease_holding USING budget
     WHERE budget.id = budget_id AND (unit NOT IN ('token', 'micro_euro') OR model_id IS NOT NULL)`,
  `DELETE FROM budget_period USING budget
     WHERE budget.id = budget_id AND (unit NOT IN ('token', 'micro_euro') OR model_id IS NOT NULL)`,
  `DELETE FROM budget WHERE unit NOT IN ('token', 'micro_euro') OR model_id IS NOT NULL`,
  `ALTER TABLE budget DROP CONSTRAINT budget_one, DROP CONSTRAINT budget_unit_check,
     DROP COLUMN model_id, DROP COLUMN on_exhaust, DROP COLUMN hard, DROP COLUMN first_month,
     ADD CONSTRAINT budget_unit_check CHECK (unit IN ('token', 'micro_euro')),
     ADD CONSTRAINT budget_node_id_unit_period_key UNIQUE (node_id, unit, period)`,
];
