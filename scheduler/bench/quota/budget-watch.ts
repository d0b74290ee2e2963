import { Client } from "pg";

export interface BudgetState {
  readonly amount: number;
  readonly settled: number;
  readonly leased: number;
  /** Tokens of every record in the ledger. */
  readonly ledger: number;
}

const STATE = `SELECT amount, settled, leased,
    (SELECT coalesce(sum(amount), 0) FROM request_record, record_amounts(outcome, usage)
       WHERE quantity IN ('inputTokens', 'outputTokens')) AS ledger
  FROM budget_period`;
const QUICK = `SELECT amount, settled, leased, 0 AS ledger FROM budget_period`;

/** Reads the one budget from the database itself, again and again, and remembers the worst it saw. */
export class BudgetWatch {
  worstOver = 0;
  private timer: NodeJS.Timeout | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async open(url: string): Promise<BudgetWatch> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      "SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:bench', false)",
    );
    return new BudgetWatch(client);
  }

  start(everyMs: number): void {
    this.timer = setInterval(() => {
      this.reading = this.reading.then(() => this.read(QUICK)).catch(() => undefined);
    }, everyMs);
  }

  async read(sql = STATE): Promise<BudgetState> {
    const { rows } = await this.client.query<Record<keyof BudgetState, string>>(sql);
    const [row] = rows;
    const state = {
      amount: Number(row?.amount ?? 0),
      settled: Number(row?.settled ?? 0),
      leased: Number(row?.leased ?? 0),
      ledger: Number(row?.ledger ?? 0),
    };
    this.worstOver = Math.max(this.worstOver, state.settled + state.leased - state.amount);
    return state;
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.reading;
    await this.client.end();
  }
}
