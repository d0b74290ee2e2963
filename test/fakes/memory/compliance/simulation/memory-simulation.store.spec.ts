import { memoryRunner } from "../../../use-case-runner.js";
import { systemActor } from "../../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../../control-plane/src/kernel/id-source.js";
import { simulationStoreBehaviour } from "../../../../../control-plane/src/compliance/ports/simulation/simulation-store.behaviour.js";
import { MemorySimulationStore } from "./memory-simulation.store.js";

simulationStoreBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    store: new MemorySimulationStore(),
    organisationId: systemIds.next(),
    reader: "system:test",
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
