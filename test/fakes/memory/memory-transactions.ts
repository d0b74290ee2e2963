import type { Actor } from "../../../control-plane/src/kernel/actor.js";
import type { Clock } from "../../../control-plane/src/kernel/clock.js";
import type { IdSource } from "../../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../../control-plane/src/kernel/use-case.js";
import type { Settled, Transactions } from "../../../control-plane/src/platform/use-case-runner/transactions.port.js";

/**
 * Transactions for memory repositories, which apply writes at once: nothing is rolled back, so handlers tested with it
 * must refuse before they write. Rollback itself is tested on PostgreSQL.
 */
export class MemoryTransactions implements Transactions {
  constructor(
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  async write<T>(actor: Actor, _name: string, work: (ctx: Context) => Promise<Settled<T>>): Promise<T> {
    return (await work(this.contextOf(actor))).value;
  }

  read<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
    return work(this.contextOf(actor));
  }

  contextOf(actor: Actor): Context {
    return { actor, tx: { id: this.ids.next() }, clock: this.clock, ids: this.ids };
  }
}
