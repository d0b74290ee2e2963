import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rights in GPUs, budgets with their periods and leases, limits, and the last activity reported by each replica. */
export class CreateAllocation1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE pool_activity, usage_limit, lease_call, lease_holding, budget_period, budget, allocation`,
    );
  }
}

const byOrganisation = (table: string, rights: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table}
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT ${rights} ON ${table} TO socle_app`,
];

const systemOnly = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_system ON ${table} USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO socle_app`,
];

const NODE_TYPE = `node_type text NOT NULL CHECK (node_type IN ('organisation', 'use_case', 'application'))`;

const UP = [
  `CREATE TABLE allocation (
     id uuid PRIMARY KEY,
     pool_id uuid NOT NULL,
     node_id uuid NOT NULL,
     ${NODE_TYPE},
     organisation_id uuid NOT NULL REFERENCES organisation,
     nominal numeric(12, 2) NOT NULL CHECK (nominal >= 0),
     guarantee numeric(12, 2) NOT NULL CHECK (guarantee >= 0),
     lend_limit numeric(12, 2) CHECK (lend_limit >= 0),
     borrow_limit numeric(12, 2) CHECK (borrow_limit >= 0),
     weight double precision NOT NULL CHECK (weight >= 0),
     UNIQUE (pool_id, node_id),
     CHECK (guarantee <= nominal)
   )`,
  `CREATE INDEX allocation_organisation ON allocation (organisation_id)`,
  ...byOrganisation("allocation", "SELECT, INSERT, UPDATE"),

  `CREATE TABLE budget (
     id uuid PRIMARY KEY,
     node_id uuid NOT NULL,
     ${NODE_TYPE},
     organisation_id uuid NOT NULL REFERENCES organisation,
     unit text NOT NULL CHECK (unit IN ('token', 'micro_euro')),
     period text NOT NULL CHECK (period IN ('day', 'month', 'year')),
     amount bigint NOT NULL CHECK (amount >= 0),
     UNIQUE (node_id, unit, period)
   )`,
  `CREATE INDEX budget_organisation ON budget (organisation_id)`,
  ...byOrganisation("budget", "SELECT, INSERT, UPDATE"),

  // overrun: what was settled without a lease, or stood above an amount that was lowered afterwards. A grant never
  // moves it, so the check is the ceiling itself for everything that is leased.
  `CREATE TABLE budget_period (
     budget_id uuid NOT NULL REFERENCES budget,
     period_start timestamptz NOT NULL,
     period_end timestamptz NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     amount bigint NOT NULL CHECK (amount >= 0),
     settled bigint NOT NULL DEFAULT 0 CHECK (settled >= 0),
     leased bigint NOT NULL DEFAULT 0 CHECK (leased >= 0),
     overrun bigint NOT NULL DEFAULT 0 CHECK (overrun >= 0),
     PRIMARY KEY (budget_id, period_start),
     CHECK (period_end > period_start),
     CONSTRAINT budget_period_ceiling CHECK (settled + leased <= amount + overrun)
   )`,
  ...byOrganisation("budget_period", "SELECT, INSERT, UPDATE"),

  `CREATE TABLE lease_holding (
     budget_id uuid NOT NULL,
     period_start timestamptz NOT NULL,
     replica text NOT NULL,
     epoch bigint NOT NULL,
     outstanding bigint NOT NULL CHECK (outstanding > 0),
     PRIMARY KEY (budget_id, period_start, replica, epoch),
     FOREIGN KEY (budget_id, period_start) REFERENCES budget_period
   )`,
  `CREATE INDEX lease_holding_replica ON lease_holding (replica, epoch)`,
  ...systemOnly("lease_holding"),

  `CREATE TABLE lease_call (
     replica text NOT NULL,
     epoch bigint NOT NULL,
     call bigint NOT NULL,
     answer jsonb,
     answered_at timestamptz NOT NULL,
     PRIMARY KEY (replica, epoch)
   )`,
  ...systemOnly("lease_call"),

  `CREATE TABLE usage_limit (
     id uuid PRIMARY KEY,
     node_id uuid NOT NULL,
     ${NODE_TYPE},
     organisation_id uuid NOT NULL REFERENCES organisation,
     kind text NOT NULL CHECK (kind IN ('concurrency')),
     value integer NOT NULL CHECK (value >= 0),
     UNIQUE (node_id, kind)
   )`,
  ...byOrganisation("usage_limit", "SELECT, INSERT, UPDATE"),

  `CREATE TABLE pool_activity (
     replica text NOT NULL,
     pool_id uuid NOT NULL,
     node_id uuid NOT NULL,
     running integer NOT NULL,
     waiting integer NOT NULL,
     gpu_seconds double precision NOT NULL,
     window_ms double precision NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (replica, pool_id, node_id, at)
   )`,
  `CREATE INDEX pool_activity_pool ON pool_activity (pool_id, at)`,
  ...systemOnly("pool_activity"),
];
