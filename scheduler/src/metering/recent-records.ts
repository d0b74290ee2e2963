import type { DecisionV1, UsageV1 } from "@socle/contracts";

interface RecentRecord {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
}

/** The last requests of this replica, so that a caller can be told why at once; the ledger has them all. */
export interface RecentRecords {
  remember(record: RecentRecord): void;
  find(decisionId: string): RecentRecord | null;
}

export const createRecentRecords = (most: number): RecentRecords => {
  const records = new Map<string, RecentRecord>();
  return {
    remember(record) {
      records.set(record.decision.id, record);
      if (records.size <= most) return;
      const oldest = records.keys().next();
      if (!oldest.done) records.delete(oldest.value);
    },
    find: (decisionId) => records.get(decisionId) ?? null,
  };
};
