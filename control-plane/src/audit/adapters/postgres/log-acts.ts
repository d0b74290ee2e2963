import { systemActor } from "../../../kernel/actor.js";
import type { Context, GovernanceJournal } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { STATE_ID } from "../../../tenancy/reads/organisations.js";
import type { LogAct } from "../sequencer/log-keeper.js";

/** Acts of the keepers themselves, as lines of the journal; none before there is a State to which they belong. */
export class LogActs {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: GovernanceJournal,
  ) {}

  announce(act: LogAct, data: Readonly<Record<string, unknown>>): Promise<void> {
    return this.transactions.write(systemActor("audit"), act, async (ctx) => {
      await this.record(ctx, act, data);
      return { commit: true, value: undefined };
    });
  }

  /** The same with what else a transaction does. */
  async record(ctx: Context, act: LogAct, data: Readonly<Record<string, unknown>>): Promise<void> {
    const [state] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${STATE_ID} AS state`);
    if (state === undefined) return;
    const about = { organisationId: state.id, subjectType: "TransparencyLog", subjectId: null } as const;
    await this.journal.append(ctx, act, { ...about, data });
  }
}
