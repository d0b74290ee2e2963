import pg from "pg";

type Submit = (this: { readonly text?: string }, ...args: unknown[]) => unknown;

/**
 * Texts of the statements that this process sends to PostgreSQL while `work` runs, transaction control included. Heard
 * where a statement goes to its connection, which every kind of client passes. Jobs in the background send theirs too:
 * whoever compares takes the least of several runs.
 */
export async function statementTextsDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
  const prototype = pg.Query.prototype as unknown as { submit: Submit };
  const original = prototype.submit;
  const texts: string[] = [];
  prototype.submit = function heard(...args) {
    texts.push(this.text ?? "");
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.submit = original;
  }
  if (texts.length === 0) throw new Error("Not one statement was heard: nothing is counted.");
  return texts;
}

/** How many there are. */
export const statementsDuring = async (work: () => Promise<unknown>): Promise<number> =>
  (await statementTextsDuring(work)).length;
