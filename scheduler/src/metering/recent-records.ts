import type { DecisionV1, UsageV1 } from "@socle/contracts";

interface RecentRecord {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
}

/** The last requests of this replica, so that a caller can be told why at once; the ledger has them all. */
export interface RecentRecords {
  /** `text`: the record as JSON without its opening brace. */
  remember(decisionId: string, text: string): void;
  find(decisionId: string): RecentRecord | null;
}

/** Records put away together: thousands of kept objects would be walked by every collection, one buffer is not. */
const TOGETHER = 64;

interface Place {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const parsed = (text: string): RecentRecord => JSON.parse(`{${text}`) as RecentRecord;

export const createRecentRecords = (most: number): RecentRecords => {
  const fresh = new Map<string, string>();
  const places = new Map<string, Place>();

  const putAway = (): void => {
    const bytes = Buffer.from([...fresh.values()].join(""));
    let start = 0;
    for (const [decisionId, text] of fresh) {
      const end = start + Buffer.byteLength(text);
      places.set(decisionId, { bytes, start, end });
      start = end;
    }
    fresh.clear();
    for (const oldest of places.keys()) {
      if (places.size <= most) return;
      places.delete(oldest);
    }
  };

  return {
    remember(decisionId, text) {
      fresh.set(decisionId, text);
      if (fresh.size >= TOGETHER) putAway();
    },
    find(decisionId) {
      const text = fresh.get(decisionId);
      if (text !== undefined) return parsed(text);
      const place = places.get(decisionId);
      return place === undefined ? null : parsed(place.bytes.toString("utf8", place.start, place.end));
    },
  };
};
