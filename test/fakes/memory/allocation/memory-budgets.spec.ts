import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { FixedClock } from "../../use-case-runner.js";
import { MemoryTransactions } from "../memory-transactions.js";
import { ceilingsBehaviour } from "../../../../control-plane/src/allocation/ports/ceilings.behaviour.js";
import { MemoryPoolShareStore } from "./memory-pool-share.store.js";
import {
  leaseStoreBehaviour,
  type LeaseWorld,
} from "../../../../control-plane/src/allocation/ports/lease-store.behaviour.js";
import { poolSharesBehaviour } from "../../../../control-plane/src/allocation/ports/pool-shares.behaviour.js";
import { MemoryBudgets } from "./memory-budgets.js";
import { MemoryPoolActivityStore } from "./memory-pool-activity.store.js";
import { MemoryUsageLimitRepository } from "./memory-usage-limit.repository.js";
import { MemoryNodeDirectory } from "./memory-tree.js";

const ROOT = "0199a000-0000-7000-8000-000000000001";
const MINISTRY = "0199a000-0000-7000-8000-000000000002";

const makeWorld = (): Promise<LeaseWorld> => {
  const clock = new FixedClock();
  const transactions = new MemoryTransactions(clock, systemIds);
  const limits = new MemoryUsageLimitRepository();
  const budgets = new MemoryBudgets(limits);
  const organisation = (id: string, path: readonly string[]) =>
    ({ id, type: "organisation", name: id, organisationId: id, path }) as const;
  return Promise.resolve({
    root: ROOT,
    ministry: MINISTRY,
    nodes: new MemoryNodeDirectory([organisation(ROOT, [ROOT]), organisation(MINISTRY, [MINISTRY, ROOT])]),
    budgets,
    limits,
    leases: budgets,
    activity: new MemoryPoolActivityStore(),
    shares: new MemoryPoolShareStore(),
    moveTo: (at) => clock.moveTo(at),
    run: (work) => transactions.read(systemActor("test"), work),
  });
};

leaseStoreBehaviour("memory", makeWorld);
ceilingsBehaviour("memory", makeWorld);
poolSharesBehaviour("memory", makeWorld);
