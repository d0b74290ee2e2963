import { beforeAll } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { PgBundleRepository } from "../../control-plane/src/compliance/adapters/postgres/bundles/pg-bundle.repository.js";
import { PgProposalRepository } from "../../control-plane/src/compliance/adapters/postgres/bundles/pg-proposal.repository.js";
import { bundlePortsBehaviour } from "../../control-plane/src/compliance/ports/bundles/bundle-ports.behaviour.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
const system = systemActor("test");
let tree: SampleTree;
beforeAll(async () => {
  tree = await plantTree(database);
});

bundlePortsBehaviour("PostgreSQL", () =>
  Promise.resolve({
    bundles: new PgBundleRepository(),
    proposals: new PgProposalRepository(),
    organisationId: tree.ariane,
    newId: () => systemIds.next(),
    run: (work) => database.write(system, work),
  }),
);
