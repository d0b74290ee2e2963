import type pg from "pg";

/** A State of bodies and use cases, written straight into the tables: what is measured is reading. */
export interface RegistrySize {
  readonly ministries: number;
  readonly directionsEach: number;
  readonly useCases: number;
}

const SUBJECTS = [
  "Synthèse de dossiers",
  "Réécriture de courriers",
  "Traduction de notes",
  "Transcription d'auditions",
  "Analyse des offres",
  "Veille normative",
  "Contrôle des dépenses",
  "Assistance aux développeurs",
  "Réponse aux usagers",
  "Œuvres numérisées",
];
const OBJECTS = [
  "marchés publics",
  "élèves",
  "bénéficiaires",
  "hôpitaux",
  "préfectures",
  "douanes",
  "archives",
  "réseaux",
];

const literals = (values: readonly string[]): string =>
  `ARRAY[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")}]`;

const ID = (kind: string, number: string): string =>
  `('0190${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Ids of the first ministry and of its first direction, for readers of narrow reach. */
export const MINISTRY = "01900002-0000-7000-8000-000000000001";
export const DIRECTION = "01900003-0000-7000-8000-000000000001";
export const OTHER_MINISTRY = "01900002-0000-7000-8000-000000000002";

/** @param client the owner of the tables, within its own scope '*' */
export async function plantRegistry(client: pg.Client, size: RegistrySize): Promise<void> {
  const { ministries, directionsEach, useCases } = size;
  const directions = ministries * directionsEach;
  const since = `'2020-01-01T00:00:00Z'`;
  for (const statement of [
    `SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:bench', false)`,
    `INSERT INTO organisation (id, slug, name, kind, valid_from)
       SELECT ${ID("0001", "1")}, 'etat', 'État', 'state', ${since}`,
    `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from)
       SELECT ${ID("0002", "n")}, 'ministere-' || n, 'Ministère ' || n, 'ministry', ${ID("0001", "1")}, ${since}
       FROM generate_series(1, ${ministries}) n`,
    `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from)
       SELECT ${ID("0003", "n")}, 'direction-' || n, 'Direction ' || n, 'direction',
         ${ID("0002", `(n - 1) / ${directionsEach} + 1`)}, ${since}
       FROM generate_series(1, ${directions}) n`,
    `INSERT INTO use_case (id, slug, name, description, organisation_id, state, labels, service_class,
         max_output_tokens, decision_role, affects_individuals, staff_effect, owner_email, oversight, declared_by,
         declared_at, version)
       SELECT ${ID("0004", "n")}, 'cas-' || n,
         (${literals(SUBJECTS)})[1 + n % ${SUBJECTS.length}] || ' pour ' || (${literals(OBJECTS)})[1 + (n / 7) % ${OBJECTS.length}]
           || ' ' || n,
         'Aide les agents à traiter ' || (${literals(OBJECTS)})[1 + (n / 3) % ${OBJECTS.length}] || ', dossier ' || n
           || ', relu et signé par un agent avant tout envoi, sur une infrastructure qualifiée',
         ${ID("0003", `1 + (n * 7919) % ${directions}`)},
         (ARRAY['idea', 'qualified', 'incubation', 'experiment', 'evaluated', 'deployed', 'generalised', 'retired'])[1 + n % 8],
         ARRAY['internal'], 'standard', 1024, 'assist', false, 'augmentation', 'owner@ministere.example',
         'Un agent relit et signe chaque texte.', 'system:bench', ${since}::timestamptz + n * interval '37 minutes', 1
       FROM generate_series(1, ${useCases}) n`,
    "ANALYZE",
  ])
    await client.query(statement);
}
