import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { planStoreBehaviour } from "../../../../control-plane/src/plan/ports/plan-record.store.behaviour.js";
import { sampleOrganisations, TREE } from "../../../builders/registry-tree.js";
import { memoryRunner } from "../../use-case-runner.js";
import { memoryPlanPorts } from "./memory-plan-ports.js";

const PATHS = new Map([...sampleOrganisations].map(([id, { path }]) => [id, path]));

planStoreBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    ports: memoryPlanPorts(PATHS),
    tree: TREE,
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
