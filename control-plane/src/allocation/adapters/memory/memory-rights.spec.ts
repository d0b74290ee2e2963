import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import { MemoryTransactions } from "../../../platform/use-case-runner/memory-transactions.js";
import { FixedClock } from "../../../../../test/fakes/use-case-runner.js";
import { rightsBehaviour } from "../../ports/rights.behaviour.js";
import { MemoryAllocationRepository } from "./memory-allocation.repository.js";
import { MemoryUsageLimitRepository } from "./memory-usage-limit.repository.js";

rightsBehaviour("memory", () => {
  const transactions = new MemoryTransactions(new FixedClock(), systemIds);
  return Promise.resolve({
    interior: systemIds.next(),
    justice: systemIds.next(),
    allocations: new MemoryAllocationRepository(),
    limits: new MemoryUsageLimitRepository(),
    round: () => Promise.resolve(systemIds.next()),
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
