import type { MigrationInterface, QueryRunner } from "typeorm";

/** Pools, model deployments with their endpoints, published snapshots. */
export class CreateServing1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE snapshot, endpoint, deployment, pool`);
  }
}

const UP = [
  // Pools and what runs in them belong to the whole platform: everybody may read them.
  `CREATE TABLE pool (
     id uuid PRIMARY KEY,
     slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     name text NOT NULL,
     gpu_class text NOT NULL,
     gpu_count integer NOT NULL CHECK (gpu_count > 0),
     accepted_labels text[] NOT NULL CHECK (NOT accepted_labels @> ARRAY['classified']),
     hosting text NOT NULL CHECK (hosting IN ('state_internal', 'state_community', 'commercial')),
     active boolean NOT NULL,
     invented boolean NOT NULL
   )`,
  `GRANT SELECT, INSERT, UPDATE ON pool TO socle_app`,

  `CREATE TABLE deployment (
     id uuid PRIMARY KEY,
     pool_id uuid NOT NULL REFERENCES pool,
     model_id uuid NOT NULL REFERENCES model,
     served_name text NOT NULL,
     gpus_per_replica integer NOT NULL CHECK (gpus_per_replica > 0),
     alpha_seconds double precision NOT NULL CHECK (alpha_seconds >= 0),
     beta_seconds double precision NOT NULL CHECK (beta_seconds >= 0),
     prefill_seconds_per_token double precision NOT NULL CHECK (prefill_seconds_per_token >= 0),
     reference_batch integer NOT NULL CHECK (reference_batch > 0),
     max_sequences integer NOT NULL CHECK (max_sequences > 0),
     input_price_per_million bigint NOT NULL CHECK (input_price_per_million >= 0),
     output_price_per_million bigint NOT NULL CHECK (output_price_per_million >= 0),
     kwh_per_million_tokens double precision NOT NULL CHECK (kwh_per_million_tokens >= 0),
     kgco2eq_per_kwh double precision NOT NULL CHECK (kgco2eq_per_kwh >= 0),
     energy_method text NOT NULL,
     UNIQUE (pool_id, model_id)
   )`,
  `CREATE INDEX deployment_model ON deployment (model_id)`,
  `GRANT SELECT, INSERT, UPDATE ON deployment TO socle_app`,

  `CREATE TABLE endpoint (
     id uuid PRIMARY KEY,
     deployment_id uuid NOT NULL REFERENCES deployment ON DELETE CASCADE,
     url text NOT NULL CHECK (url ~ '^https?://[^/@?#]+(/[^?#]*)?$'),
     api_key_variable text,
     simulated boolean NOT NULL,
     position integer NOT NULL,
     UNIQUE (deployment_id, url)
   )`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON endpoint TO socle_app`,

  `CREATE TABLE snapshot (
     number bigint PRIMARY KEY CHECK (number > 0),
     issued_at timestamptz NOT NULL,
     content_digest text NOT NULL,
     payload text NOT NULL,
     signature text NOT NULL
   )`,
  // A snapshot tells of every ministry: no person's transaction reads it.
  `ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE snapshot FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY snapshot_system ON snapshot USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, DELETE ON snapshot TO socle_app`,
];
