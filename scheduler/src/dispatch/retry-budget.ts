/** Retries earned by each first attempt: at most one in five requests is sent twice over time. */
const EARNED_PER_REQUEST = 0.2;
/** Retries that may be spent at once after a quiet time. */
const MOST = 20;
/** Attempts of one request that reached a server, the first included. */
export const MAX_ATTEMPTS = 3;

/** Keeps retries from doubling the load on a fleet that is failing; an attempt that found no connection is no load. */
export interface RetryBudget {
  /** A request made its first attempt. */
  earn(): void;
  /** Takes one retry; false when none is left. */
  spend(): boolean;
}

export const createRetryBudget = (): RetryBudget => {
  let left = MOST;
  return {
    earn: () => void (left = Math.min(MOST, left + EARNED_PER_REQUEST)),
    spend() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
};
