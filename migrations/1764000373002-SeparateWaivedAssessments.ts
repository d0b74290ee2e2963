import type { MigrationInterface, QueryRunner } from "typeorm";

const SEE_ALL = `SELECT set_config('socle.scope', '*', true)`;

/** "No impact assessment is needed" was kept as the piece of one that was done: it becomes a fact of its own. */
export class SeparateWaivedAssessments1764000373002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEE_ALL);
    await runner.query(`UPDATE use_case SET evidence = evidence - 'dpia', version = use_case.version + 1,
        dossier = dossier || '{"dpiaWaived": true}'
      FROM assessment
      WHERE assessment.use_case_id = use_case.id AND kind = 'dpia' AND assessment.state IN ('done', 'to_review')
        AND answers ->> 'required' = 'false'
        AND evidence ->> 'dpia' = reference || ' (éd. ' || edition || ')'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(SEE_ALL);
    await runner.query(`UPDATE use_case SET evidence = jsonb_set(evidence, '{dpia}', to_jsonb(reference || ' (éd. ' || edition || ')')),
        version = use_case.version + 1, dossier = dossier - 'dpiaWaived'
      FROM assessment
      WHERE assessment.use_case_id = use_case.id AND kind = 'dpia' AND assessment.state IN ('done', 'to_review')
        AND answers ->> 'required' = 'false' AND dossier ->> 'dpiaWaived' = 'true'`);
  }
}
