import { sampleOrganisations, TREE } from "../../../../../test/builders/registry-tree.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import { recordStoresBehaviour } from "../../ports/record-stores.behaviour.js";
import { registryPortsBehaviour, type RegistryWorld } from "../../ports/registry-ports.behaviour.js";
import { memoryRegistryPorts } from "./memory-registry-ports.js";

const makeWorld = (): Promise<RegistryWorld> => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    ports: memoryRegistryPorts(sampleOrganisations),
    tree: TREE,
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
};

registryPortsBehaviour("memory", makeWorld);
recordStoresBehaviour("memory", makeWorld);
