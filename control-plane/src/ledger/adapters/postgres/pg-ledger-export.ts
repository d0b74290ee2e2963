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

/** The entries of the inference log that rows are wanted for: those of a checkpoint, and of what is not pruned. */
export interface ExportedEntries {
  readonly first: number;
  /** Entries of the checkpoint; null for all that are published. */
  readonly size: number | null;
}

/** Last line of an export: what its reader holds the rows against. */
export interface LedgerSummary {
  /** Entries of the checkpoint that the rows belong to. */
  readonly size: number;
  readonly rows: number;
  /** Sums over the rows; as text where a number would not be exact. */
  readonly totals: Readonly<Record<string, number | string>>;
  /** Records of before may be gone, after their time; null while none went. */
  readonly from: string | null;
}

const PAGE = 10_000;

/**
 * Every record that has its place among these entries, and then what they come to. A record whose entry was taken away is
 * given too: it is for the verifier to miss it. One that waits for its place, or has it further on, is not.
 */
export async function* exportedLedger(
  ctx: Context,
  entries: ExportedEntries,
): AsyncGenerator<LedgerRow | { readonly summary: LedgerSummary }> {
  const size = entries.size ?? (await publishedSize(ctx));
  const totals = new Map<string, bigint>();
  let count = 0;
  for await (const row of rowsFrom(ctx, entries.first, size)) {
    count += 1;
    for (const [name, amount] of Object.entries(row.quantities))
      totals.set(name, (totals.get(name) ?? 0n) + BigInt(amount));
    yield row;
  }
  yield { summary: { size, rows: count, totals: printed(totals), from: await keptFrom(ctx) } };
}

async function* rowsFrom(ctx: Context, first: number, size: number): AsyncGenerator<LedgerRow> {
  for (let after: readonly unknown[] = ["1900-01-01", "", 0, 0]; ;) {
    const rows = await rowsOf<LedgerRow & { readonly key: readonly unknown[] }>(
      ctx,
      `SELECT replica || '/' || epoch || '/' || sequence AS id,
         (SELECT coalesce(jsonb_object_agg(quantity, amount), '{}') FROM record_amounts(outcome, usage)
          WHERE quantity NOT IN ('requests', 'refused', 'estimated')) AS quantities,
         jsonb_build_array(day, replica, epoch, sequence) AS key
       FROM request_record
       WHERE (day, replica, epoch, sequence) > ($1::date, $2, $3::bigint, $4::bigint)
         AND NOT EXISTS (SELECT FROM ${LOG_ENTRIES} entry WHERE log = 'inference'
           AND entry_id = replica || '/' || epoch || '/' || sequence AND (index >= $5 AND index < $6) IS NOT TRUE)
       ORDER BY day, replica, epoch, sequence LIMIT ${PAGE}`,
      [...after, first, size],
    );
    for (const { key: _key, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.key;
  }
}

async function publishedSize(ctx: Context): Promise<number> {
  const [row] = await rowsOf<{ size: string }>(
    ctx,
    `SELECT coalesce(max(index) + 1, 0) AS size FROM ${LOG_ENTRIES} entry WHERE log = 'inference' AND source IS NULL`,
  );
  return Number(row?.size);
}

/** Midnight in Paris before the first day that is kept. */
async function keptFrom(ctx: Context): Promise<string | null> {
  const [row] = await rowsOf<{ from: Date | null }>(
    ctx,
    `SELECT nullif(ledger_kept_from(), '-infinity')::timestamp AT TIME ZONE 'Europe/Paris' AS from`,
  );
  return row?.from?.toISOString() ?? null;
}

const printed = (totals: ReadonlyMap<string, bigint>): LedgerSummary["totals"] =>
  Object.fromEntries(
    [...totals].map(([name, sum]) => [name, Number.isSafeInteger(Number(sum)) ? Number(sum) : String(sum)]),
  );
