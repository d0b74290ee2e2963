import { CountingIds, memoryRunner } from "../../../use-case-runner.js";
import { systemActor } from "../../../../../control-plane/src/kernel/actor.js";
import { deskStoresBehaviour } from "../../../../../control-plane/src/compliance/ports/desk/desk-stores.behaviour.js";
import { memoryDeskPorts } from "./memory-desk-ports.js";

const tree = { etat: "etat", economie: "economie", dgfip: "dgfip", culture: "culture" };
const paths = new Map([
  [tree.etat, [tree.etat]],
  [tree.economie, [tree.economie, tree.etat]],
  [tree.dgfip, [tree.dgfip, tree.economie, tree.etat]],
  [tree.culture, [tree.culture, tree.etat]],
]);

deskStoresBehaviour("memory", () => {
  const ids = new CountingIds();
  const { transactions } = memoryRunner();
  return Promise.resolve({
    ports: memoryDeskPorts(paths),
    tree,
    useCaseId: ids.next(),
    newId: () => ids.next(),
    run: (work) => work(transactions.contextOf(systemActor("test"))),
  });
});
