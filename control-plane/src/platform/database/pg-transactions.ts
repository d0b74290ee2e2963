import type { DataSource, QueryRunner } from "typeorm";
import { actorRef, type Actor } from "../../kernel/actor.js";
import type { Clock } from "../../kernel/clock.js";
import type { IdSource } from "../../kernel/id-source.js";
import { mayOnlyRead, scopeOf } from "../../kernel/reach.js";
import type { Action, Context } from "../../kernel/use-case.js";
import type { Settled, Transactions } from "../use-case-runner/transactions.port.js";
import { uuidsOf } from "./uuid.js";
import { asDatabaseFault } from "./database-fault.js";
import { PgTransaction } from "./pg-transaction.js";

/** Channel on which committed writes are announced; the payload is the use case's name. */
export const CHANGE_CHANNEL = "socle_changed";

const OPEN = `SELECT set_config('socle.scope', $1, true), set_config('socle.actor', $2, true),
  set_config('transaction_read_only', $3, true)`;

export class PgTransactions implements Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ids: IdSource,
  ) {}

  write<T>(actor: Actor, name: string, work: (ctx: Context) => Promise<Settled<T>>, action?: Action): Promise<T> {
    return this.inTransaction(actor, mayOnlyRead(actor, action), "READ COMMITTED", async (ctx, runner) => {
      const settled = await work(ctx);
      if (settled.commit && settled.announce !== false)
        await runner.query("SELECT pg_notify($1, $2)", [CHANGE_CHANNEL, name]);
      return settled;
    });
  }

  read<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
    const view = async (ctx: Context) => ({ commit: false, value: await work(ctx) });
    return this.inTransaction(actor, true, "REPEATABLE READ", view);
  }

  private async inTransaction<T>(
    actor: Actor,
    readOnly: boolean,
    isolation: "READ COMMITTED" | "REPEATABLE READ",
    work: (ctx: Context, runner: QueryRunner) => Promise<Settled<T>>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      // A read asks several questions of one and the same moment.
      await runner.startTransaction(isolation);
      await runner.query(OPEN, [scopeSetting(actor), actorRef(actor), readOnly ? "on" : "off"]);
      const tx = new PgTransaction(this.ids.next(), runner);
      const settled = await work({ actor, tx, clock: this.clock, ids: this.ids }, runner);
      await (settled.commit ? runner.commitTransaction() : runner.rollbackTransaction());
      return settled.value;
    } catch (error) {
      await rollBackQuietly(runner);
      throw asDatabaseFault(error);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/** Ids only: what is none, `*` above all, is left out of the list and widens nothing. */
function scopeSetting(actor: Actor): string {
  const scope = scopeOf(actor);
  return scope.kind === "tree" ? "*" : uuidsOf(scope.organisationIds).join(",");
}

/** The first error is the one worth reporting; a dead connection has rolled back by itself. */
async function rollBackQuietly(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive || runner.isReleased) return;
  await runner.rollbackTransaction().catch(() => undefined);
}
