import type { MigrationInterface, QueryRunner } from "typeorm";

/** The application role, the organisation tree with its closure and scope function, people, memberships, sessions. */
export class CreateTenancy1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'socle_app') THEN
       CREATE ROLE socle_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
     END IF;
   END $$`,
  `GRANT USAGE ON SCHEMA public TO socle_app`,

  `CREATE TABLE organisation (
     id uuid PRIMARY KEY,
     slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     name text NOT NULL,
     acronym text,
     kind text NOT NULL CHECK (kind IN ('state', 'ministry', 'direction', 'operator', 'authority')),
     siren text CHECK (siren ~ '^[0-9]{9}$'),
     siret text UNIQUE CHECK (siret ~ '^[0-9]{14}$'),
     parent_id uuid REFERENCES organisation,
     successor_id uuid REFERENCES organisation,
     valid_from timestamptz NOT NULL,
     valid_to timestamptz,
     version integer NOT NULL DEFAULT 1,
     CHECK ((parent_id IS NULL) = (kind = 'state')),
     CHECK (valid_to IS NULL OR valid_to > valid_from),
     CHECK (siret IS NULL OR siren IS NULL OR left(siret, 9) = siren)
   )`,
  `CREATE UNIQUE INDEX organisation_one_root ON organisation ((parent_id IS NULL)) WHERE parent_id IS NULL`,
  `CREATE INDEX organisation_parent ON organisation (parent_id)`,
  `CREATE INDEX organisation_siren ON organisation (siren)`,

  `CREATE TABLE organisation_closure (
     ancestor_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
     descendant_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
     depth integer NOT NULL CHECK (depth >= 0),
     PRIMARY KEY (descendant_id, ancestor_id)
   )`,
  `CREATE INDEX organisation_closure_ancestor ON organisation_closure (ancestor_id, descendant_id)`,

  // The closure is written by this function only, with its owner's rights: the application can read it and no more.
  `CREATE FUNCTION organisation_keep_closure() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     IF TG_OP = 'UPDATE' THEN
       IF NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id THEN RETURN NULL; END IF;
       IF EXISTS (SELECT FROM organisation_closure
                  WHERE ancestor_id = NEW.id AND descendant_id = NEW.parent_id) THEN
         RAISE EXCEPTION 'organisation tree would have a cycle'
           USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_cycle';
       END IF;
       DELETE FROM organisation_closure link
         USING organisation_closure below, organisation_closure above
         WHERE below.ancestor_id = NEW.id AND above.descendant_id = NEW.id AND above.ancestor_id <> NEW.id
           AND link.descendant_id = below.descendant_id AND link.ancestor_id = above.ancestor_id;
     ELSE
       INSERT INTO organisation_closure VALUES (NEW.id, NEW.id, 0);
     END IF;
     INSERT INTO organisation_closure (ancestor_id, descendant_id, depth)
       SELECT above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
       FROM organisation_closure above, organisation_closure below
       WHERE above.descendant_id = NEW.parent_id AND below.ancestor_id = NEW.id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER organisation_keep_closure AFTER INSERT OR UPDATE OF parent_id ON organisation
     FOR EACH ROW EXECUTE FUNCTION organisation_keep_closure()`,

  // socle.scope is set by the server at the start of each transaction: '*' or organisation ids, comma-separated.
  `CREATE FUNCTION socle_in_scope(target uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT CASE coalesce(current_setting('socle.scope', true), '')
       WHEN '*' THEN true
       WHEN '' THEN false
       ELSE EXISTS (SELECT FROM organisation_closure
                    WHERE descendant_id = target
                      AND ancestor_id = ANY (string_to_array(nullif(current_setting('socle.scope', true), '*'), ',')::uuid[]))
     END $$`,
  `CREATE FUNCTION socle_above_scope(target uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT CASE coalesce(current_setting('socle.scope', true), '')
       WHEN '*' THEN true
       WHEN '' THEN false
       ELSE EXISTS (SELECT FROM organisation_closure
                    WHERE ancestor_id = target
                      AND descendant_id = ANY (string_to_array(nullif(current_setting('socle.scope', true), '*'), ',')::uuid[]))
     END $$`,
  `CREATE FUNCTION socle_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(current_setting('socle.actor', true), '') LIKE 'system:%' $$`,

  `ALTER TABLE organisation ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE organisation FORCE ROW LEVEL SECURITY`,
  // What stands above an organisation is part of its own address; only what is in scope can be written.
  `CREATE POLICY organisation_read ON organisation FOR SELECT
     USING (socle_in_scope(id) OR socle_above_scope(id))`,
  `CREATE POLICY organisation_insert ON organisation FOR INSERT
     WITH CHECK (socle_is_system() OR socle_in_scope(parent_id))`,
  `CREATE POLICY organisation_update ON organisation FOR UPDATE
     USING (socle_in_scope(id)) WITH CHECK (socle_in_scope(id))`,
  `GRANT SELECT, INSERT, UPDATE ON organisation TO socle_app`,
  `GRANT SELECT ON organisation_closure TO socle_app`,

  `CREATE TABLE person (
     id uuid PRIMARY KEY,
     idp_id text,
     sub text,
     name text NOT NULL,
     email text NOT NULL,
     contractor boolean NOT NULL DEFAULT false,
     employer_id uuid REFERENCES organisation,
     CHECK ((idp_id IS NULL) = (sub IS NULL))
   )`,
  `CREATE UNIQUE INDEX person_identity ON person (idp_id, sub)`,
  `CREATE UNIQUE INDEX person_invited_email ON person (lower(email)) WHERE sub IS NULL`,

  `CREATE TABLE membership (
     id uuid PRIMARY KEY,
     person_id uuid NOT NULL REFERENCES person,
     organisation_id uuid NOT NULL REFERENCES organisation,
     role text NOT NULL CHECK (role IN
       ('declarant', 'validator', 'ariane_operator', 'ai_cell', 'compliance', 'committee', 'auditor')),
     valid_from timestamptz NOT NULL,
     valid_to timestamptz,
     CHECK (valid_to IS NULL OR valid_to >= valid_from)
   )`,
  `CREATE UNIQUE INDEX membership_open ON membership (person_id, organisation_id, role) WHERE valid_to IS NULL`,
  `CREATE INDEX membership_organisation ON membership (organisation_id)`,
  `ALTER TABLE membership ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE membership FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY membership_scope ON membership
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON membership TO socle_app`,

  `ALTER TABLE person ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE person FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY person_read ON person FOR SELECT USING (
     current_setting('socle.scope', true) = '*' OR id::text = current_setting('socle.actor', true)
     OR EXISTS (SELECT FROM membership WHERE membership.person_id = person.id))`,
  // An invitation has no identity yet; identities come from sign-in alone.
  `CREATE POLICY person_insert ON person FOR INSERT WITH CHECK (socle_is_system() OR sub IS NULL)`,
  `CREATE POLICY person_update ON person FOR UPDATE USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE ON person TO socle_app`,

  `CREATE TABLE session (
     id uuid PRIMARY KEY,
     token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
     person_id uuid NOT NULL REFERENCES person,
     mfa boolean NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
  `CREATE INDEX session_expiry ON session (expires_at)`,
  `ALTER TABLE session ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE session FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY session_system ON session USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, DELETE ON session TO socle_app`,
];

const DOWN = [
  `DROP TABLE session, membership, person, organisation_closure, organisation CASCADE`,
  `DROP FUNCTION organisation_keep_closure()`,
  `DROP FUNCTION socle_in_scope(uuid)`,
  `DROP FUNCTION socle_above_scope(uuid)`,
  `DROP FUNCTION socle_is_system()`,
];
