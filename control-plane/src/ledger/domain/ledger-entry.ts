import { parisDay, addAmounts, type Amounts, type RequestRecordV1 } from "@socle/contracts";
import { amountsOf } from "./record-amounts.js";

/** What a request is counted under. Ids may name things that no longer exist. */
export interface Dimensions {
  /** `YYYY-MM-DD` in Paris of the time the request was decided. */
  readonly day: string;
  readonly organisationId: string;
  readonly useCaseId: string | null;
  readonly applicationId: string | null;
  readonly modelId: string | null;
  readonly poolId: string | null;
}

export interface LedgerEntry extends Dimensions {
  readonly record: RequestRecordV1;
}

export interface DailyUsage extends Dimensions {
  readonly amounts: Amounts;
  /** Time of the newest request counted. */
  readonly newest: Date;
}

/**
 * Where a record is counted. A caller nobody knows, or an organisation that is not in the tree, is counted under the
 * State, so that no request is left out.
 */
export function entryOf(record: RequestRecordV1, root: string, organisations: ReadonlySet<string>): LedgerEntry {
  const { decision, usage } = record;
  const organisation = usage?.organisationId ?? decision.organisationId;
  return {
    record,
    day: parisDay(new Date(decision.at)),
    organisationId: organisation !== null && organisations.has(organisation) ? organisation : root,
    useCaseId: usage?.useCaseId ?? decision.useCaseId,
    applicationId: usage?.applicationId ?? decision.applicationId,
    modelId: usage?.modelId ?? decision.modelId,
    poolId: usage?.poolId ?? decision.endpoint?.poolId ?? null,
  };
}

/** One line per distinct dimensions, in a fixed order, so that concurrent writers lock rows in the same order. */
export function rollUp(entries: readonly LedgerEntry[]): readonly DailyUsage[] {
  const lines = new Map<string, DailyUsage>();
  for (const { record, ...dimensions } of entries) {
    const key = dimensionsKey(dimensions);
    const known = lines.get(key);
    const at = new Date(record.decision.at);
    const amounts = amountsOf(record);
    lines.set(
      key,
      known === undefined
        ? { ...dimensions, amounts, newest: at }
        : { ...known, amounts: addAmounts(known.amounts, amounts), newest: known.newest > at ? known.newest : at },
    );
  }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

const dimensionsKey = (line: Dimensions): string =>
  [line.day, line.organisationId, line.useCaseId, line.applicationId, line.modelId, line.poolId].join("/");
