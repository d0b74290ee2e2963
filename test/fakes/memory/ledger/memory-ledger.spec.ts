import { systemActor } from "../../../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../../../control-plane/src/kernel/id-source.js";
import { MemoryTransactions } from "../memory-transactions.js";
import { FixedClock } from "../../use-case-runner.js";
import { usageLedgerBehaviour } from "../../../../control-plane/src/ledger/ports/usage-ledger.behaviour.js";
import { MemoryLedger, MemoryOrganisationTree } from "./memory-ledger.js";

usageLedgerBehaviour("memory", () => {
  const transactions = new MemoryTransactions(new FixedClock(), systemIds);
  const [root, interior, police, justice] = [systemIds.next(), systemIds.next(), systemIds.next(), systemIds.next()];
  const tree = new MemoryOrganisationTree(
    new Map([
      [root, null],
      [interior, root],
      [police, interior],
      [justice, root],
    ]),
  );
  const ledger = new MemoryLedger((id) => tree.subtree(id));
  return Promise.resolve({
    root,
    interior,
    police,
    justice,
    ledger,
    catalogue: ledger,
    tree,
    run: (work) => transactions.read(systemActor("test"), work),
  });
});
