import { describe, expect, it } from "vitest";
import type { PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
const system = systemActor("test");

const insertOrganisation = (ctx: Context, id: string, slug: string, kind: string, parent: string | null) =>
  countOf(
    ctx,
    `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from) VALUES ($1, $2, $2, $3, $4, now())`,
    [id, slug, kind, parent],
  );

async function twoMinistries(): Promise<{ root: string; bercy: string; dgfip: string; culture: string }> {
  const [root, bercy, dgfip, culture] = [systemIds.next(), systemIds.next(), systemIds.next(), systemIds.next()];
  await database.write(system, async (ctx) => {
    await insertOrganisation(ctx, root, "etat", "state", null);
    await insertOrganisation(ctx, bercy, "economie", "ministry", root);
    await insertOrganisation(ctx, dgfip, "dgfip", "direction", bercy);
    await insertOrganisation(ctx, culture, "culture", "ministry", root);
  });
  return { root, bercy, dgfip, culture };
}

const actorOf = (organisationId: string, role: PersonActor["memberships"][number]["role"]): PersonActor => ({
  kind: "person",
  id: systemIds.next(),
  name: "Camille",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});

describe("row-level security by organisation subtree", () => {
  it("shows an actor its subtree and what stands above it, and nothing of another ministry", async () => {
    const { root, bercy, dgfip, culture } = await twoMinistries();
    const slugs = (actor: PersonActor) =>
      database.transactions.read(actor, async (ctx) =>
        (await rowsOf<{ slug: string }>(ctx, "SELECT slug FROM organisation ORDER BY slug")).map((row) => row.slug),
      );
    expect(await slugs(actorOf(bercy, "declarant"))).toEqual(["dgfip", "economie", "etat"]);
    expect(await slugs(actorOf(dgfip, "declarant"))).toEqual(["dgfip", "economie", "etat"]);
    expect(await slugs(actorOf(culture, "auditor"))).toEqual(["culture", "dgfip", "economie", "etat"]);

    const renamed = await database.write(actorOf(culture, "validator"), (ctx) =>
      countOf(ctx, "UPDATE organisation SET name = 'x' WHERE id = ANY($1)", [[bercy, dgfip, root]]),
    );
    expect(renamed).toBe(0);
    await expect(
      database.write(actorOf(culture, "validator"), (ctx) =>
        insertOrganisation(ctx, systemIds.next(), "intruse", "direction", bercy),
      ),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(
      database.write(actorOf(culture, "auditor"), (ctx) =>
        countOf(ctx, "UPDATE organisation SET name = 'x' WHERE id = $1", [culture]),
      ),
    ).rejects.toMatchObject({ code: "25006" });
  });
});

describe("every table of an organisation", () => {
  it("is under forced row-level security with a policy, partitions being reached through their parent only", async () => {
    const unprotected = await database.transactions.read(system, (ctx) =>
      rowsOf<{ name: string }>(
        ctx,
        `SELECT t.relname AS name FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
         WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
           AND (a.attname = 'organisation_id' OR t.relname IN ('organisation', 'person', 'session')) AND a.attnum > 0
           AND CASE WHEN t.relispartition THEN has_table_privilege('socle_app', t.oid, 'SELECT')
               ELSE NOT (t.relrowsecurity AND t.relforcerowsecurity
                 AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid)) END`,
      ),
    );
    expect(unprotected).toEqual([]);
  });

  it("can be read under no scope at all by nobody", async () => {
    const nobody: PersonActor = { ...actorOf(systemIds.next(), "declarant"), memberships: [] };
    for (const table of ["organisation", "membership", "person", "session", "governance_event"]) {
      const rows = await database.transactions.read(nobody, (ctx) => rowsOf(ctx, `SELECT * FROM ${table}`));
      expect(rows).toEqual([]);
    }
  });
});
