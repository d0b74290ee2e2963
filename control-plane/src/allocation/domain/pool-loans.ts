import { hundredths } from "./allocation.js";
import { apportionWithin } from "@socle/contracts";
import type { PoolLiveRow } from "./pool-live.js";

/** GPUs that one ministry runs on the idle right of another. */
export interface PoolLoan {
  /** `null` for the reserve, or for ministries that the reader may not see. */
  readonly lenderId: string | null;
  readonly borrowerId: string | null;
  /** Two decimals, above 0. */
  readonly gpus: number;
}

type Lending = Pick<PoolLiveRow, "organisationId" | "lent" | "borrowed">;

/**
 * Who lends to whom now. Service is not tied to a GPU of somebody, so each borrower's excess is matched to all lenders
 * in proportion to what they lend (which `poolLive` takes from idle rights), by largest remainder in hundredths of a
 * GPU: the loans of a borrower sum to its `borrowed`, those of a lender to its `lent`. Rows come from `poolLive`, whose
 * two columns have one sum. O(rows²).
 */
export function poolLoans(rows: readonly Lending[]): readonly PoolLoan[] {
  const left = rows.map((row) => hundredths(row.lent));
  const loans: PoolLoan[] = [];
  for (const { organisationId: borrowerId, borrowed } of rows) {
    const parts = apportionWithin(hundredths(borrowed), left);
    parts.forEach((part, index) => {
      if (part === 0) return;
      left[index] = (left[index] ?? 0) - part;
      loans.push({ lenderId: rows[index]?.organisationId ?? null, borrowerId, gpus: part / 100 });
    });
  }
  return loans;
}

/** The loans as a reader sees them: what he may not see by name is one party without name; sums stay. */
export function loansWithoutNames(loans: readonly PoolLoan[], visible: ReadonlySet<string>): readonly PoolLoan[] {
  const shown = (id: string | null): string | null => (id !== null && visible.has(id) ? id : null);
  const merged = new Map<string, PoolLoan>();
  for (const loan of loans) {
    const [lenderId, borrowerId] = [shown(loan.lenderId), shown(loan.borrowerId)];
    const key = JSON.stringify([lenderId, borrowerId]);
    const before = merged.get(key)?.gpus ?? 0;
    merged.set(key, { lenderId, borrowerId, gpus: (hundredths(before) + hundredths(loan.gpus)) / 100 });
  }
  return [...merged.values()];
}
