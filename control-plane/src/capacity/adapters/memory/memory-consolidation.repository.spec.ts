import { MemoryTransactions } from "../../../platform/use-case-runner/memory-transactions.js";
import { systemActor } from "../../../kernel/actor.js";
import { systemClock } from "../../../kernel/clock.js";
import { systemIds } from "../../../kernel/id-source.js";
import { consolidationRepositoryBehaviour } from "../../ports/consolidation/consolidation-repository.behaviour.js";
import { consolidationCommentsBehaviour } from "../../ports/consolidation/consolidation-comments.behaviour.js";
import { MemoryConsolidationComments } from "./memory-consolidation.comments.js";
import { MemoryConsolidationRepository } from "./memory-consolidation.repository.js";

consolidationRepositoryBehaviour("memory", () => {
  const transactions = new MemoryTransactions(systemClock, systemIds);
  return Promise.resolve({
    consolidations: new MemoryConsolidationRepository(),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});

consolidationCommentsBehaviour("memory", () => {
  const transactions = new MemoryTransactions(systemClock, systemIds);
  return Promise.resolve({
    comments: new MemoryConsolidationComments(),
    consolidationIds: [systemIds.next(), systemIds.next()],
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
