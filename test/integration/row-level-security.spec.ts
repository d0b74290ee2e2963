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
    await countOf(ctx, "DELETE FROM session");
    const [existing] = await rowsOf<{ id: string }>(ctx, "SELECT id FROM organisation WHERE parent_id IS NULL");
    expect(existing).toBeUndefined();
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
