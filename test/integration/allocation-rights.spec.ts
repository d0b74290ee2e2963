import { describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { grantAllocation } from "../../control-plane/src/allocation/index.js";
import { PgAllocationRepository } from "../../control-plane/src/allocation/adapters/postgres/pg-allocation.repository.js";
import { PgNodeDirectory } from "../../control-plane/src/allocation/adapters/postgres/pg-node-directory.js";
import { PgUsageLimitRepository } from "../../control-plane/src/allocation/adapters/postgres/pg-usage-limit.repository.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { rightsBehaviour, type RightsWorld } from "../../control-plane/src/allocation/ports/rights.behaviour.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { servedScene } from "../builders/served-scene.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { runnerOn } from "../fakes/run-on.js";

const sceneDb = useDatabase();
const db = useDatabase();
const system = systemActor("test");
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => db.write(system, work);

async function makeWorld(): Promise<RightsWorld> {
  await asOwner(db, "TRUNCATE allocation, usage_limit");
  const organisations = await run(async (ctx) => {
    const state = await stateOrganisation(ctx);
    return { interior: await insertOrganisation(ctx, state), justice: await insertOrganisation(ctx, state) };
  });
  const round = () =>
    run(async (ctx) => {
      const [row] = await rowsOf<{ id: string }>(
        ctx,
        `INSERT INTO allocation_round (id, organisation_id, track, title, state, quarters, effect_from, pools, opened_by,
           opened_at, rules_version, version)
         VALUES ($1, $2, 'appel', 'Appel', 'draft', '{2031Q1}', now(), '[]', 'test', now(), 'test', 1) RETURNING id`,
        [ctx.ids.next(), organisations.interior],
      );
      return row?.id ?? "";
    });
  return {
    ...organisations,
    allocations: new PgAllocationRepository(),
    limits: new PgUsageLimitRepository(),
    round,
    run,
  };
}

rightsBehaviour("PostgreSQL", makeWorld);

describe("rights on a real tree", () => {
  it("finds the path of each kind of node, hides what is out of scope, and never oversells a pool at once", async () => {
    const scene = await servedScene(sceneDb);
    const nodes = new PgNodeDirectory();
    const ids = [scene.applicationId, scene.useCaseId, scene.dgfip, scene.culture];
    const found = await sceneDb.write(system, (ctx) => nodes.find(ctx, ids));
    const organisations = [scene.dgfip, scene.economie, scene.etat];
    expect(new Map(found.map((node) => [node.id, node.path]))).toEqual(
      new Map([
        [scene.applicationId, [scene.applicationId, scene.useCaseId, ...organisations]],
        [scene.useCaseId, [scene.useCaseId, ...organisations]],
        [scene.dgfip, organisations],
        [scene.culture, [scene.culture, scene.etat]],
      ]),
    );
    const stranger: PersonActor = {
      kind: "person",
      id: scene.culture,
      name: "Camille",
      memberships: [{ organisationId: scene.culture, role: "declarant" }],
      contractor: false,
      mfa: true,
    };
    const seen = await sceneDb.transactions.read(stranger, (ctx) => nodes.find(ctx, ids));
    expect(seen.map((node) => node.id)).toEqual([scene.culture]);

    const rights = { poolId: scene.poolId, nominal: 5, guarantee: 0, weight: 1, reason: "Décision du comité" };
    const results = await Promise.all(
      [scene.economie, scene.culture].map((nodeId) =>
        runnerOn(sceneDb).run(system, grantAllocation, { ...rights, nodeId }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});
