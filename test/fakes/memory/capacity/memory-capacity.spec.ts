import { CountingIds, memoryRunner } from "../../use-case-runner.js";
import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { capacityPortsBehaviour } from "../../../../control-plane/src/capacity/ports/capacity-ports.behaviour.js";
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
