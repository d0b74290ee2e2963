import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { pgDeskPorts } from "../../control-plane/src/compliance/adapters/postgres/desk/pg-desk-ports.js";
import { deskStoresBehaviour } from "../../control-plane/src/compliance/ports/desk/desk-stores.behaviour.js";
import { pgRegistryPorts } from "../../control-plane/src/registry/index.js";
import { aUseCase } from "../builders/ai-use-case.builder.js";
import { plantTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
const system = systemActor("test");

deskStoresBehaviour("PostgreSQL", async () => {
  const tree = await plantTree(database);
  const useCaseId = systemIds.next();
  await database.write(system, (ctx) =>
    pgRegistryPorts().useCases.insert(ctx, aUseCase({ id: useCaseId, organisationId: tree.dgfip })),
  );
  return {
    ports: pgDeskPorts({ find: () => Promise.resolve(null), all: () => Promise.resolve([]) }),
    tree,
    useCaseId,
    newId: () => systemIds.next(),
    run: (work) => database.write(system, work),
  };
});
