import pg from "pg";

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Statements that this process sends to PostgreSQL while `work` runs, transaction control included. Jobs in the
 * background send theirs too: whoever compares takes the least of several runs.
 */
export async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  let count = 0;
  prototype.query = function counted(...args) {
    count += 1;
    return original.apply(this, args);
  };
  try {
    await work();
    return count;
  } finally {
    prototype.query = original;
  }
}
