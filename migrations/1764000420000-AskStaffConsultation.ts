import type { MigrationInterface, QueryRunner } from "typeorm";

const FORMER = ["ai_act_screening", "fria", "dpia", "sren", "homologation"];
const SEE_ALL = `SELECT set_config('socle.scope', '*', true)`;

/**
 * Whether staff representatives had to be consulted is assessed by two people. Of what is in service already, the last
 * consultation on record counts as the piece that is now asked for; of the rest it is concluded as any other.
 */
export class AskStaffConsultation1764000420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEE_ALL);
    await allow(runner, [...FORMER, "staff_consultation"]);
    await runner.query(`UPDATE use_case SET version = use_case.version + 1,
        evidence = evidence || jsonb_build_object('staff_consultation', last.body || ', ' || last.held_on)
      FROM (SELECT DISTINCT ON (use_case_id) use_case_id, body, held_on FROM staff_consultation
            ORDER BY use_case_id, held_on DESC, id DESC) AS last
      WHERE last.use_case_id = use_case.id AND NOT evidence ? 'staff_consultation'
        AND COALESCE(suspended_from, state) IN ('deployed', 'generalised')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SEE_ALL);
    await runner.query(`UPDATE use_case SET version = version + 1,
        evidence = evidence - 'staff_consultation' - 'consultation_waiver'
      WHERE evidence ?| ARRAY['staff_consultation', 'consultation_waiver']`);
    await runner.query(`DELETE FROM assessment WHERE kind = 'staff_consultation'`);
    await allow(runner, FORMER);
  }
}

async function allow(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const listed = kinds.map((kind) => `'${kind}'`).join(", ");
  await runner.query(`ALTER TABLE assessment DROP CONSTRAINT assessment_kind_check`);
  await runner.query(`ALTER TABLE assessment ADD CONSTRAINT assessment_kind_check CHECK (kind IN (${listed}))`);
}
