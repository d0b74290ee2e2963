import { memoryRunner } from "../../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../../kernel/actor.js";
import { systemIds } from "../../../../kernel/id-source.js";
import { simulationStoreBehaviour } from "../../../ports/simulation/simulation-store.behaviour.js";
import { MemorySimulationStore } from "./memory-simulation.store.js";

simulationStoreBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    store: new MemorySimulationStore(),
    organisationId: systemIds.next(),
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
