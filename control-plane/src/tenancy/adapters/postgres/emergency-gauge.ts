import { Gauge, type Registry } from "prom-client";
import { systemActor } from "../../../kernel/actor.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";

const SYSTEM = systemActor("metrics");
const LASTING = "SELECT count(*)::int AS count FROM emergency_access WHERE ends_at > $1";

/** The alarm that a monitoring system hears: roles that are lent at this moment, zero on any ordinary day. */
export class EmergencyGauge {
  constructor(transactions: Pick<Transactions, "read">, registry: Registry) {
    const count = () => transactions.read(SYSTEM, (ctx) => rowsOf<{ count: number }>(ctx, LASTING, [ctx.clock.now()]));
    new Gauge({
      name: "socle_emergency_accesses",
      help: "Roles that are lent in an emergency at this moment; -1 when the database does not say.",
      registers: [registry],
      async collect() {
        this.set(
          await count().then(
            ([row]) => row?.count ?? 0,
            () => -1,
          ),
        );
      },
    });
  }
}
