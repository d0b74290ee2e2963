import { sampleOrganisations, TREE } from "../../../builders/registry-tree.js";
import { memoryRunner } from "../../use-case-runner.js";
import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { recordStoresBehaviour } from "../../../../control-plane/src/registry/ports/record-stores.behaviour.js";
import {
  registryPortsBehaviour,
  type RegistryWorld,
} from "../../../../control-plane/src/registry/ports/registry-ports.behaviour.js";
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
