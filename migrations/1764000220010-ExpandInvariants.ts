import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the domain never writes is refused by the database too, for whoever writes by SQL. */
export class ExpandInvariants1764000220010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('socle.scope', '*', true)`);
    for (const { table, name, check } of CHECKS)
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of CHECKS) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
}

interface Check {
  readonly table: string;
  readonly name: string;
  readonly check: string;
}

/** Something is written in it, not blanks alone. */
const named = (table: string, column = "name"): Check => ({
  table,
  name: `${table}_${column}_written`,
  check: String.raw`${column} ~ '\S'`,
});

const document = (table: string, column: string, shape: "object" | "array"): Check => ({
  table,
  name: `${table}_${column}_shape`,
  check: `jsonb_typeof(${column}) = '${shape}'`,
});

const CHECKS: readonly Check[] = [
  named("application"),
  named("brick"),
  named("model"),
  named("model_alias"),
  named("organisation"),
  named("person"),
  named("pool"),
  named("shadow_tool"),
  document("capacity_need_version", "content", "object"),
  document("evaluation", "metrics", "array"),
  document("governance_event", "data", "object"),
  document("model", "provenance", "object"),
  document("roadmap", "planned_spend", "array"),
  document("roadmap", "trajectory", "array"),
  document("selection_score", "marks", "object"),
  document("selection_weights", "weights", "object"),
  document("sovereignty_framework", "weights", "object"),
  document("use_case", "convergence", "object"),
  document("use_case", "evidence", "object"),
  { table: "organisation", name: "organisation_version_counts", check: "version > 0" },
  { table: "evaluation", name: "evaluation_published_after", check: "published_at >= planned_at" },
  { table: "capacity_line_block", name: "capacity_line_block_lines", check: "lines >= 0" },
];
