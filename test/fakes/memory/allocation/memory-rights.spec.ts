import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { MemoryTransactions } from "../memory-transactions.js";
import { FixedClock } from "../../use-case-runner.js";
import { rightsBehaviour } from "../../../../control-plane/src/allocation/ports/rights.behaviour.js";
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
