import type { MigrationInterface, QueryRunner } from "typeorm";

const SEE_ALL = `SELECT set_config('socle.scope', '*', true)`;
const list = (...names: string[]): string => names.map((name) => `'${name}'`).join(", ");
const HARMS = list(
  "death",
  "health",
  "critical_infrastructure",
  "fundamental_rights",
  "property",
  "environment",
  "widespread_infringement",
);
/** The kind that follows from harms, the shortest term first. */
const KIND = `CASE WHEN 'widespread_infringement' = ANY (harms) THEN 'widespread_infringement'
  WHEN 'critical_infrastructure' = ANY (harms) THEN 'critical_infrastructure'
  WHEN 'death' = ANY (harms) THEN 'death'
  WHEN harms = '{}' THEN 'not_serious' ELSE 'other_serious' END`;
const DAYS = `CASE kind WHEN 'death' THEN 10 WHEN 'other_serious' THEN 15 ELSE 2 END`;
/** Days past midnight in Paris, so that the last one is whole. */
const DUE = `(((aware_at AT TIME ZONE 'Europe/Paris')::date + ${DAYS} + 1)::timestamp AT TIME ZONE 'Europe/Paris')`;
const LIVING = `state <> 'closed'`;

/**
 * How serious an incident is follows from its harms. What was declared before as a kind becomes the harm that it says; where
 * both were said, the shorter term stands. An incident that is closed stays as it was closed.
 */
export class DeriveIncidentKinds1764000393000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  SEE_ALL,
  `ALTER TABLE incident ADD findings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(findings) = 'array'),
     ADD bound boolean NOT NULL DEFAULT true, DROP COLUMN severity, DROP CONSTRAINT incident_check`,
  `UPDATE incident SET harms = array_append(harms, CASE kind WHEN 'other_serious' THEN 'fundamental_rights' ELSE kind END)
   WHERE ${LIVING} AND (kind = 'other_serious' AND harms = '{}' OR kind NOT IN ('other_serious', 'not_serious') AND NOT kind = ANY (harms))`,
  `UPDATE incident SET findings = coalesce((SELECT jsonb_agg(jsonb_build_object('at', declared_at, 'by', declared_by, 'harm', harm,
     'found', true, 'reason', '')) FROM unnest(harms) AS harm), '[]')`,
  `UPDATE incident SET kind = ${KIND} WHERE ${LIVING}`,
  `UPDATE incident SET due_at = CASE WHEN kind <> 'not_serious' THEN ${DUE} END WHERE ${LIVING}`,
  `UPDATE incident SET due_key = CASE WHEN notification IS NULL
     THEN to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END WHERE ${LIVING}`,
  `ALTER TABLE incident ADD CONSTRAINT incident_harms_check CHECK (harms <@ ARRAY[${HARMS}]),
     ADD CONSTRAINT incident_kind_follows CHECK (NOT (${LIVING}) OR kind = ${KIND}),
     ADD CONSTRAINT incident_check CHECK ((due_at IS NULL) = (kind = 'not_serious' OR NOT bound))`,
];
const DOWN = [
  SEE_ALL,
  `ALTER TABLE incident DROP CONSTRAINT incident_harms_check, DROP CONSTRAINT incident_kind_follows,
     DROP CONSTRAINT incident_check`,
  `UPDATE incident SET due_at = ${DUE} WHERE NOT bound AND kind <> 'not_serious'`,
  `ALTER TABLE incident DROP COLUMN findings, DROP COLUMN bound,
     ADD severity text NOT NULL DEFAULT 'high' CHECK (severity IN ('low', 'medium', 'high', 'critical')),
     ADD CONSTRAINT incident_check CHECK ((due_at IS NULL) = (kind = 'not_serious'))`,
  `ALTER TABLE incident ALTER COLUMN severity DROP DEFAULT`,
];
