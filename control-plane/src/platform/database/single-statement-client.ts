import pg from "pg";

const send = Reflect.get(pg.Client.prototype, "query") as (...call: readonly unknown[]) => unknown;

/**
 * A client that sends every statement by the extended protocol, also one without parameters: PostgreSQL then refuses a
 * text of several statements. So nothing that finds its way into a text can append `; SET socle.scope = …`, which the
 * simple protocol would run.
 */
export class SingleStatementClient extends pg.Client {}

// As a property of the prototype: the many shapes of `query` are passed on as they come.
Object.defineProperty(SingleStatementClient.prototype, "query", {
  value(this: pg.Client, statement: unknown, ...rest: readonly unknown[]): unknown {
    const one = typeof statement === "string" ? { text: statement, queryMode: "extended" } : statement;
    return Reflect.apply(send, this, [one, ...rest]);
  },
});
