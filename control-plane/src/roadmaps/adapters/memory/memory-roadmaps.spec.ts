import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import { roadmapRepositoryBehaviour } from "../../ports/roadmap-repository.behaviour.js";
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
