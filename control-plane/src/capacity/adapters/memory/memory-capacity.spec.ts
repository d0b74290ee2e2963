import { CountingIds, memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { capacityPortsBehaviour } from "../../ports/capacity-ports.behaviour.js";
import { memoryCapacityPorts } from "./memory-capacity-ports.js";

capacityPortsBehaviour("memory", () => {
  const { transactions } = memoryRunner();
  const ids = new CountingIds();
  return Promise.resolve({
    ports: memoryCapacityPorts([["economie", "etat"]]),
    tree: { etat: "etat", economie: "economie" },
    newId: () => ids.next(),
    run: (work) =>
      transactions.write(systemActor("test"), "test", async (ctx) => ({ commit: true, value: await work(ctx) })),
  });
});
