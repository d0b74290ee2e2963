import { describe, expect, it } from "vitest";
import { systemActor, type PersonActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { pgRegistryPorts } from "../../control-plane/src/registry/index.js";
import { PgPoolRepository } from "../../control-plane/src/serving/adapters/postgres/pg-pool.repository.js";
import { PgSnapshotStore } from "../../control-plane/src/serving/adapters/postgres/pg-snapshot.store.js";
import { servingPortsBehaviour } from "../../control-plane/src/serving/ports/serving-ports.behaviour.js";
import { aModel } from "../builders/model.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";

const database = useDatabase();
const system = systemActor("test");
const snapshots = new PgSnapshotStore();
let planted: SampleTree | undefined;

servingPortsBehaviour("PostgreSQL", async () => {
  planted ??= await plantTree(database);
  await asOwner(database, "TRUNCATE snapshot, endpoint, deployment, pool, model CASCADE");
  const modelId = systemIds.next();
  await database.write(system, (ctx) => pgRegistryPorts().models.insert(ctx, aModel({ id: modelId })));
  return {
    pools: new PgPoolRepository(),
    snapshots,
    modelId,
    newId: () => systemIds.next(),
    run: (work) => database.write(system, work),
  };
});

describe("stored snapshots", () => {
  it("are read by no person, since they tell of every ministry", async () => {
    const person: PersonActor = {
      kind: "person",
      id: systemIds.next(),
      name: "Camille",
      memberships: [{ organisationId: planted?.etat ?? "", role: "auditor" }],
      contractor: false,
      mfa: true,
    };
    expect(await database.transactions.read(system, (ctx) => snapshots.latest(ctx))).not.toBeNull();
    expect(await database.transactions.read(person, (ctx) => snapshots.latest(ctx))).toBeNull();
  });

  it("are one for each number even when two transactions write it at once", async () => {
    const next = { number: 900, issuedAt: new Date(), contentDigest: "d", payload: "{}", signature: "s" };
    const won = await Promise.all([1, 2, 3].map(() => database.write(system, (ctx) => snapshots.publish(ctx, next))));
    expect(won.filter(Boolean)).toHaveLength(1);
  });
});
