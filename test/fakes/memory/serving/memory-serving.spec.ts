import { memoryRunner } from "../../use-case-runner.js";
import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { servingPortsBehaviour } from "../../../../control-plane/src/serving/ports/serving-ports.behaviour.js";
import { MemoryPoolRepository } from "./memory-pool.repository.js";
import { MemorySnapshotStore } from "./memory-snapshot.store.js";

servingPortsBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    pools: new MemoryPoolRepository(),
    snapshots: new MemorySnapshotStore(),
    modelId: systemIds.next(),
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
