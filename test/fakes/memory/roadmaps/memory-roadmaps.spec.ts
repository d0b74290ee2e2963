import { memoryRunner } from "../../use-case-runner.js";
import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { roadmapRepositoryBehaviour } from "../../../../control-plane/src/roadmaps/ports/roadmap-repository.behaviour.js";
import { MemoryRoadmapRepository } from "./memory-roadmap.repository.js";

roadmapRepositoryBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  return Promise.resolve({
    roadmaps: new MemoryRoadmapRepository(),
    bodies: ["economie", "culture"] as const,
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
