import { memoryRounds, ROUND_TREE } from "../../../../builders/memory-rounds.js";
import { FixedClock } from "../../../use-case-runner.js";
import { systemActor } from "../../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../../control-plane/src/kernel/id-source.js";
import { MemoryTransactions } from "../../memory-transactions.js";
import { needOutcomesBehaviour } from "../../../../../control-plane/src/allocation/ports/need-outcomes.behaviour.js";
import { roundStoresBehaviour } from "../../../../../control-plane/src/allocation/ports/round-stores.behaviour.js";
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

needOutcomesBehaviour("memory", () => {
  const { ports, capacity, runner, journal, transactions } = memoryRounds();
  return Promise.resolve({
    ...{ ports, runner, state: ROUND_TREE.state, ministry: ROUND_TREE.ministry },
    needs: {
      insertCampaign: (ctx, campaign) => capacity.campaigns.insert(ctx, campaign, null),
      insertNeed: (ctx, need) => capacity.needs.insert(ctx, need, null),
      findNeeds: (ctx, ids) => capacity.needs.findMany(ctx, ids),
    },
    newId: () => systemIds.next(),
    run: (work) => transactions.read(systemActor("test"), work),
    eventsOf: (needId) =>
      Promise.resolve(
        journal.events
          .filter(({ event }) => event.subjectId === needId)
          .map(({ useCase, event }) => ({ useCase, data: event.data })),
      ),
  });
});
