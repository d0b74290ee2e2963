import type { RequestRecordV1 } from "@socle/contracts";

type RecentRecord = Pick<RequestRecordV1, "decision" | "usage">;

/** The last requests of this replica, so that a caller can be told why at once; the ledger has them all. */
export interface RecentRecords {
  /** `json`: the record as the spool wrote it, UTF-8. */
  remember(decisionId: string, json: Buffer): void;
  find(decisionId: string): RecentRecord | null;
}

/** Keeps bytes, not objects: thousands of kept objects would be walked by every collection. */
export const createRecentRecords = (most: number): RecentRecords => {
  const records = new Map<string, Buffer>();
  // Asking the map for its oldest would walk over all that was deleted since it last grew.
  const order: string[] = [];
  let next = 0;
  return {
    remember(decisionId, json) {
      const oldest = order[next];
      if (oldest !== undefined) records.delete(oldest);
      order[next] = decisionId;
      next = (next + 1) % most;
      records.set(decisionId, json);
    },
    find(decisionId) {
      const json = records.get(decisionId);
      return json === undefined ? null : (JSON.parse(json.toString()) as RecentRecord);
    },
  };
};
