import { FixedClock } from "../../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../../kernel/actor.js";
import { systemIds } from "../../../../kernel/id-source.js";
import { MemoryTransactions } from "../../../../platform/use-case-runner/memory-transactions.js";
import { roundStoresBehaviour } from "../../../ports/round-stores.behaviour.js";
import { MemoryRoundJobStore, MemoryRoundOpinionStore, MemoryRoundRepository } from "./memory-rounds.js";

roundStoresBehaviour("memory", () => {
  const transactions = new MemoryTransactions(new FixedClock(), systemIds);
  return Promise.resolve({
    state: systemIds.next(),
    ministry: systemIds.next(),
    ports: {
      rounds: new MemoryRoundRepository(),
      opinions: new MemoryRoundOpinionStore(),
      jobs: new MemoryRoundJobStore(),
    },
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
