import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import { servingPortsBehaviour } from "../../ports/serving-ports.behaviour.js";
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
