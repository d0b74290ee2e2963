import type pg from "pg";

export const CAMPAIGN = "01900006-0000-7000-8000-000000000001";

/** A campaign with one declaration of each direction and lines spread over them; after `plantRegistry`. */
export async function plantLines(client: pg.Client, directions: number, lines: number): Promise<void> {
  const id = (kind: string, number: string): string =>
    `('0190${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  const at = `'2026-09-01T00:00:00Z'`;
  for (const statement of [
    `INSERT INTO campaign (id, name, kind, state, opens_at, closes_at, scope, template_version, quarters, reminder_days,
         created_by, created_at, version)
       VALUES ('${CAMPAIGN}', 'Banc', 'capacity', 'open', ${at}, '2100-01-01T00:00:00Z', '{}', 1, '{2027-Q1}', '{7}',
         'system:bench', ${at}, 1)`,
    `INSERT INTO capacity_declaration (id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version,
         line_count, gpu_count, completeness, created_by)
       SELECT ${id("0007", "n")}, '${CAMPAIGN}', ${id("0003", "n")}, 'draft', 'system:bench', ${at}, ${at}, 1,
         ${Math.ceil(lines / directions)}, ${8 * Math.ceil(lines / directions)}, 1, 'system:bench'
       FROM generate_series(1, ${directions}) n`,
    `INSERT INTO capacity_line (id, declaration_id, campaign_id, organisation_id, since_version, content)
       SELECT ${id("0008", "n")}, ${id("0007", `1 + n % ${directions}`)}, '${CAMPAIGN}', ${id("0003", `1 + n % ${directions}`)}, 1,
         jsonb_build_object('reference', 'ligne-' || n,
           'site', (ARRAY['Lille', 'Évry', 'Besançon', 'Orléans', 'Rennes', 'Toulouse', 'Nîmes', 'Brest'])[1 + n % 8] || ' ' || n % 997,
           'gpuType', (ARRAY['H100-80GB', 'A100-80GB', 'L40S-48GB', 'L4-24GB'])[1 + (n / 5) % 4], 'gpuCount', 1 + n % 64,
           'hosting', 'state_internal', 'acquisitionMode', 'owned', 'labels', '["internal"]'::jsonb,
           'shareablePercent', 20, 'shareableHoursPerWeek', 60, 'keptGpus', 0)
       FROM generate_series(1, ${lines}) n`,
    "ANALYZE",
  ])
    await client.query(statement);
}
