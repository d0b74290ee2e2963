import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { DeriveIncidentKinds1764000393000 } from "../../migrations/1764000393000-DeriveIncidentKinds.js";
import { aDeclaration } from "../builders/declaration.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { runOn } from "../fakes/run-on.js";

const database = useDatabase();
const migration = new DeriveIncidentKinds1764000393000();
let owner: pg.Client;
let tree: SampleTree;

beforeAll(async () => {
  tree = await plantTree(database);
  owner = new pg.Client({ connectionString: database.urls.ownerUrl });
  await owner.connect();
  await owner.query(`SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:test', false)`);
});
afterAll(() => owner?.end());

/** One transaction, as the migrations run. */
async function run(way: "up" | "down"): Promise<void> {
  await owner.query("BEGIN");
  await migration[way]({ query: (sql: string) => owner.query(sql) } as never);
  await owner.query("COMMIT");
}

// Kind, harms and state as they stood; kind and due instant as article 73 has them, known on 20 October at 23:30 in Paris.
const ROWS = [
  ["death", "{}", "open", "death", "2026-10-30T23:00:00.000Z"],
  ["death", "{critical_infrastructure}", "open", "critical_infrastructure", "2026-10-22T22:00:00.000Z"],
  ["other_serious", "{}", "open", "other_serious", "2026-11-04T23:00:00.000Z"],
  ["other_serious", "{property}", "mitigated", "other_serious", "2026-11-04T23:00:00.000Z"],
  ["not_serious", "{health}", "open", "other_serious", "2026-11-04T23:00:00.000Z"],
  ["not_serious", "{}", "open", "not_serious", null],
  ["not_serious", "{health}", "closed", "not_serious", null],
] as const;

it("gives incidents of before the kind of their harms, never a longer term, and leaves what is closed", async () => {
  const useCase = await runOn(database, systemActor("test"), registryUseCases.importUseCase, {
    ...aDeclaration,
    ...{
      serviceClass: "interactive",
      decisionRole: "assist",
      affectsIndividuals: false,
      staffEffect: "augmentation",
      organisationId: tree.dgfip,
    },
    ...{ slug: "courriers", name: "Courriers", state: "idea" },
  });
  await run("down");
  for (const [kind, harms, state] of ROWS)
    await owner.query(
      `INSERT INTO incident (id, organisation_id, version, use_case_id, search_key, kind, severity, harms, title, description,
         aware_at, due_at, state, declared_by, declared_at)
       VALUES (gen_random_uuid(), $1, 1, $2, '', $3::text, 'low', $4, 't', 'd', '2026-10-20T21:30:00Z',
         CASE WHEN $3::text <> 'not_serious' THEN now() END, $5, 'x', now())`,
      [tree.dgfip, useCase.id, kind, harms, state],
    );
  await run("up");
  const { rows } = await owner.query<{
    kind: string;
    due: Date | null;
    key: string | null;
    findings: number;
    harms: number;
  }>(
    `SELECT kind, due_at AS due, due_key AS key, jsonb_array_length(findings) AS findings, cardinality(harms) AS harms FROM incident`,
  );
  const expected = ROWS.map(([, , , kind, due]) => [kind, due, due]);
  expect(rows.map(({ kind, due, key }) => [kind, due?.toISOString() ?? null, key])).toEqual(
    expect.arrayContaining(expected),
  );
  expect(rows.every(({ findings, harms }) => findings === harms)).toBe(true);
});
