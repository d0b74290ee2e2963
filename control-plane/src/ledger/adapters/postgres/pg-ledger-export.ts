import type { Amounts } from "@socle/contracts";
import { LOG_ENTRIES } from "../../../audit/reads/logs.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";

/** A record of the ledger as the log names it. */
export interface LedgerRow {
  /** `replica/epoch/sequence`. */
  readonly id: string;
  readonly quantities: Amounts;
}

const PAGE = 10_000;

/**
 * Every record but those that still wait for their place in the log. One whose entry was taken away is given: it is for
 * the verifier to miss it.
 */
export async function* ledgerRows(ctx: Context): AsyncGenerator<LedgerRow> {
  for (let after: readonly unknown[] = ["1900-01-01", "", 0, 0]; ;) {
    const rows = await rowsOf<LedgerRow & { readonly key: readonly unknown[] }>(
      ctx,
      `SELECT replica || '/' || epoch || '/' || sequence AS id,
         (SELECT coalesce(jsonb_object_agg(quantity, amount), '{}') FROM record_amounts(outcome, usage)
          WHERE quantity NOT IN ('requests', 'refused', 'estimated')) AS quantities,
         jsonb_build_array(day, replica, epoch, sequence) AS key
       FROM request_record
       WHERE (day, replica, epoch, sequence) > ($1::date, $2, $3::bigint, $4::bigint)
         AND NOT EXISTS (SELECT FROM ${LOG_ENTRIES} entry WHERE log = 'inference' AND source IS NOT NULL
           AND entry_id = replica || '/' || epoch || '/' || sequence)
       ORDER BY day, replica, epoch, sequence LIMIT ${PAGE}`,
      after,
    );
    for (const { key: _key, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.key;
  }
}
