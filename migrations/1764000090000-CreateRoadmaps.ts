import type { MigrationInterface, QueryRunner } from "typeorm";

/** Roadmaps with their inventory, actions and exit plans, their consolidations, and what they are measured against. */
export class CreateRoadmaps1764000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE roadmap_report, reference_spend, roadmap_exercise, sovereignty_framework,
      roadmap_event, roadmap_exit_plan, roadmap_action, roadmap_dependency, roadmap`);
  }
}

const byOrganisation = (table: string, rights: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_scope ON ${table}
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT ${rights} ON ${table} TO socle_app`,
];

const LINE = `
     id uuid PRIMARY KEY,
     roadmap_id uuid NOT NULL REFERENCES roadmap,
     organisation_id uuid NOT NULL REFERENCES organisation,
     saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     content jsonb NOT NULL CHECK (content ->> 'id' = id::text)`;
/** A line's field as a column of its own, to be searched, sorted and checked. */
const field = (column: string, key: string, type = "text", cast = ""): string =>
  `${column} ${type} NOT NULL GENERATED ALWAYS AS ((content ->> '${key}')${cast}) STORED`;

const STATES = `'draft', 'ministry_validated', 'submitted', 'in_review', 'returned', 'accepted', 'consolidated', 'tracked'`;

const UP = [
  `CREATE TABLE roadmap (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     year integer NOT NULL CHECK (year BETWEEN 2025 AND 2100),
     state text NOT NULL CHECK (state IN (${STATES})),
     declared_by text NOT NULL,
     submitted_at timestamptz,
     version integer NOT NULL CHECK (version >= 1),
     planned_spend jsonb NOT NULL DEFAULT '[]',
     trajectory jsonb NOT NULL DEFAULT '[]',
     UNIQUE (organisation_id, year),
     CHECK (submitted_at IS NOT NULL OR state IN ('draft', 'ministry_validated'))
   )`,
  `CREATE INDEX roadmap_year ON roadmap (year)`,
  ...byOrganisation("roadmap", "SELECT, INSERT, UPDATE"),

  `CREATE TABLE roadmap_dependency (${LINE},
     ${field("domain", "domain")},
     ${field("product", "product")},
     ${field("vendor", "vendor")},
     ${field("annual_cost_euros", "annualCostEuros", "bigint", "::bigint")} CHECK (annual_cost_euros >= 0),
     renewal_date text GENERATED ALWAYS AS (content ->> 'renewalDate') STORED,
     searched text GENERATED ALWAYS AS (socle_fold((content ->> 'product') || ' ' || (content ->> 'vendor') || ' ' ||
       coalesce(content ->> 'contractReference', ''))) STORED
   )`,
  `CREATE INDEX roadmap_dependency_roadmap ON roadmap_dependency (roadmap_id)`,
  ...byOrganisation("roadmap_dependency", "SELECT, INSERT, UPDATE, DELETE"),

  `CREATE TABLE roadmap_action (${LINE},
     dependency_id uuid NOT NULL GENERATED ALWAYS AS ((content ->> 'dependencyId')::uuid) STORED
       REFERENCES roadmap_dependency ON DELETE CASCADE,
     CHECK (content ->> 'start' <= content ->> 'end'),
     CHECK ((content ->> 'usersMigrated')::integer <= (content ->> 'usersTotal')::integer)
   )`,
  `CREATE INDEX roadmap_action_roadmap ON roadmap_action (roadmap_id)`,
  `CREATE INDEX roadmap_action_dependency ON roadmap_action (dependency_id)`,
  ...byOrganisation("roadmap_action", "SELECT, INSERT, UPDATE, DELETE"),

  `CREATE TABLE roadmap_exit_plan (${LINE},
     dependency_id uuid NOT NULL UNIQUE GENERATED ALWAYS AS ((content ->> 'dependencyId')::uuid) STORED
       REFERENCES roadmap_dependency ON DELETE CASCADE
   )`,
  `CREATE INDEX roadmap_exit_plan_roadmap ON roadmap_exit_plan (roadmap_id)`,
  ...byOrganisation("roadmap_exit_plan", "SELECT, INSERT, UPDATE, DELETE"),

  `CREATE TABLE roadmap_event (
     id uuid PRIMARY KEY,
     roadmap_id uuid NOT NULL REFERENCES roadmap,
     organisation_id uuid NOT NULL REFERENCES organisation,
     at timestamptz NOT NULL,
     from_state text NOT NULL CHECK (from_state IN (${STATES})),
     to_state text NOT NULL CHECK (to_state IN (${STATES})),
     by text NOT NULL,
     reason text NOT NULL
   )`,
  `CREATE INDEX roadmap_event_roadmap ON roadmap_event (roadmap_id, at)`,
  ...byOrganisation("roadmap_event", "SELECT, INSERT"),

  `CREATE TABLE sovereignty_framework (
     version text PRIMARY KEY,
     source text NOT NULL,
     weights jsonb NOT NULL,
     insourcing_ratio numeric(4, 2) NOT NULL CHECK (insourcing_ratio > 0)
   )`,
  `INSERT INTO sovereignty_framework VALUES ('EU CSF 1.2.1',
     'European Commission, Cloud Sovereignty Framework 1.2.1 (October 2025); insourcing ratio: plan Notre IA, 16 June 2026',
     '{"strategic": 15, "legal": 10, "data_ai": 10, "operational": 15, "supply_chain": 20, "technology": 15,
       "security": 10, "environment": 5}', 1.5)`,
  `CREATE TABLE roadmap_exercise (
     year integer PRIMARY KEY,
     deadline timestamptz NOT NULL,
     framework_version text NOT NULL REFERENCES sovereignty_framework
   )`,
  // "D'ici l'automne": autumn ends with the winter solstice, 21 December 2026 in Paris.
  `INSERT INTO roadmap_exercise VALUES (2026, '2026-12-21 23:00:00+00', 'EU CSF 1.2.1')`,
  `CREATE TABLE reference_spend (
     year integer NOT NULL,
     label text NOT NULL,
     vendor text,
     euros bigint NOT NULL CHECK (euros >= 0),
     source text NOT NULL,
     PRIMARY KEY (year, label)
   )`,
  `INSERT INTO reference_spend VALUES
     (2026, 'Dépense numérique de l''État, hors opérateurs', NULL, 4500000000, 'Plan Notre IA, 16 juin 2026'),
     (2026, 'Microsoft (environ)', 'Microsoft', 100000000, 'Plan Notre IA, 16 juin 2026'),
     (2026, 'VMware', 'VMware', 61000000, 'Plan Notre IA, 16 juin 2026')`,
  `GRANT SELECT ON sovereignty_framework, roadmap_exercise, reference_spend TO socle_app`,

  `CREATE TABLE roadmap_report (
     id uuid PRIMARY KEY,
     year integer NOT NULL REFERENCES roadmap_exercise,
     computed_at timestamptz NOT NULL,
     computed_by text NOT NULL,
     input_digest text NOT NULL CHECK (input_digest ~ '^[0-9a-f]{64}$'),
     window_months integer NOT NULL CHECK (window_months BETWEEN 1 AND 36),
     report jsonb NOT NULL
   )`,
  `CREATE INDEX roadmap_report_year ON roadmap_report (year, computed_at)`,
  // It names every ministry's suppliers: only those who see the whole tree see it, and nobody changes it.
  `ALTER TABLE roadmap_report ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE roadmap_report FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY roadmap_report_tree ON roadmap_report
     USING (EXISTS (SELECT FROM organisation WHERE parent_id IS NULL AND socle_in_scope(id)))
     WITH CHECK (EXISTS (SELECT FROM organisation WHERE parent_id IS NULL AND socle_in_scope(id)))`,
  `GRANT SELECT, INSERT ON roadmap_report TO socle_app`,
];
