import { MemoryTransactions } from "../memory-transactions.js";
import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemClock } from "../../../../control-plane/src/kernel/clock.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { consolidationRepositoryBehaviour } from "../../../../control-plane/src/capacity/ports/consolidation/consolidation-repository.behaviour.js";
import { consolidationCommentsBehaviour } from "../../../../control-plane/src/capacity/ports/consolidation/consolidation-comments.behaviour.js";
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
