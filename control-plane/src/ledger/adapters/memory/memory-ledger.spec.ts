import { systemActor } from "../../../kernel/actor.js";
import { systemIds } from "../../../kernel/id-source.js";
import { MemoryTransactions } from "../../../platform/use-case-runner/memory-transactions.js";
import { FixedClock } from "../../../../../test/fakes/use-case-runner.js";
import { usageLedgerBehaviour } from "../../ports/usage-ledger.behaviour.js";
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
